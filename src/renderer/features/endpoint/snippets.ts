export interface Snippet {
  id: string;
  label: string;
  /** As the highlighter calls it. */
  language: 'python' | 'javascript' | 'bash';
  text: string;
}

const QUESTION = 'What can you do?';

/** A whole small program for each language. The key is never in them: it is read from the environment, as SDKs do. */
export function snippetsFor(baseUrl: string, anyScript: string): Snippet[] {
  return [
    { id: 'python', label: 'Python', language: 'python', text: python(baseUrl) },
    { id: 'node', label: 'Node', language: 'javascript', text: node(baseUrl) },
    { id: 'curl', label: 'curl', language: 'bash', text: curl(baseUrl) },
    { id: 'environment', label: anyScript, language: 'bash', text: environment(baseUrl) },
  ];
}

const python = (baseUrl: string) => `import os
from openai import OpenAI

client = OpenAI(
    base_url="${baseUrl}",
    api_key=os.environ["OPENAI_API_KEY"],
)
assistant = client.beta.assistants.create(model="built-in")
thread = client.beta.threads.create(
    messages=[{"role": "user", "content": "${QUESTION}"}]
)
client.beta.threads.runs.create_and_poll(
    thread_id=thread.id, assistant_id=assistant.id
)
answer = client.beta.threads.messages.list(thread.id).data[0]
print(answer.content[0].text.value)`;

const node = (baseUrl: string) => `import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: '${baseUrl}',
  apiKey: process.env.OPENAI_API_KEY,
});
const assistant = await client.beta.assistants.create({
  model: 'built-in',
});
const thread = await client.beta.threads.create({
  messages: [{ role: 'user', content: '${QUESTION}' }],
});
await client.beta.threads.runs.createAndPoll(thread.id, {
  assistant_id: assistant.id,
});
const { data } = await client.beta.threads.messages.list(thread.id);
console.log(data[0].content[0].text.value);`;

const curl = (baseUrl: string) => `# Who answers here
curl ${baseUrl}/models \\
  -H "Authorization: Bearer $OPENAI_API_KEY"

# An assistant to begin with
curl ${baseUrl}/assistants \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "OpenAI-Beta: assistants=v2" \\
  -d '{"model": "built-in", "name": "First"}'`;

const environment = (baseUrl: string) => `# Read by the official libraries: the script stays as it is
export OPENAI_BASE_URL="${baseUrl}"
read -rs OPENAI_API_KEY && export OPENAI_API_KEY  # paste the key, Enter
python old_script.py`;
