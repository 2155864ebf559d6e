"""A script as people wrote them for OpenAI. Only the address and the key are another server's."""

import asyncio
import os
import time

import openai
from openai import AssistantEventHandler, AsyncOpenAI, OpenAI

server = {"base_url": os.environ["BASE_URL"], "api_key": os.environ["API_KEY"], "max_retries": 0}
# Every answer must be exactly what the client's own types promise.
client = OpenAI(**server, _strict_response_validation=True)
threads = client.beta.threads


def text_of(message):
    return "".join(part.text.value for part in message.content if part.type == "text")


def refused(error, call):
    try:
        call()
    except error as caught:
        return caught
    raise AssertionError(f"{error.__name__} was expected")


policy = client.files.create(
    file=("leave.md", "# Leave\n\nParental leave 🍼 is 14 weeks.\n".encode(), "text/markdown"), purpose="assistants"
)
table = client.files.create(file=("numbers.csv", b"a,b\n1,2\n3,4\n"), purpose="assistants")
assert client.files.content(table.id).read() == b"a,b\n1,2\n3,4\n"
assert {file.id for file in client.files.list(purpose="assistants")} == {policy.id, table.id}

store = client.vector_stores.create(name="Policies")
batch = client.vector_stores.file_batches.create_and_poll(store.id, file_ids=[policy.id])
assert batch.status == "completed" and batch.file_counts.completed == 1, batch

assistant = client.beta.assistants.create(
    name="Helper",
    model="gpt-4o",
    instructions="Help.",
    tools=[{"type": "code_interpreter"}, {"type": "file_search"}],
    tool_resources={
        "code_interpreter": {"file_ids": [table.id]},
        "file_search": {"vector_store_ids": [store.id]},
    },
)
assert client.beta.assistants.retrieve(assistant.id) == assistant
assert client.beta.assistants.update(assistant.id, metadata={"team": "hr"}).metadata == {"team": "hr"}

# Ask the documents.
thread = threads.create(metadata={"user": "42"})
threads.messages.create(
    thread.id,
    role="user",
    content="How long is parental leave?",
    attachments=[{"file_id": policy.id, "tools": [{"type": "file_search"}]}],
)
run = threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
assert run.status == "completed" and run.usage.total_tokens >= 0, run
steps = threads.runs.steps.list(run.id, thread_id=thread.id, order="asc")
assert [step.type for step in steps] == ["tool_calls", "message_creation"], steps
answer = threads.messages.list(thread.id).data[0]
assert "14 weeks" in text_of(answer)
citation = answer.content[0].text.annotations[0]
assert citation.file_citation.file_id == policy.id
assert text_of(answer)[citation.start_index : citation.end_index] == citation.text
assert client.files.retrieve(citation.file_citation.file_id).filename == "leave.md"
found = threads.runs.steps.retrieve(
    steps.data[0].id,
    thread_id=thread.id,
    run_id=run.id,
    include=["step_details.tool_calls[*].file_search.results[*].content"],
)
assert "14 weeks" in found.step_details.tool_calls[0].file_search.results[0].content[0].text


# Follow a run as it goes.
class Handler(AssistantEventHandler):
    def __init__(self):
        super().__init__()
        self.heard = []
        self.said = ""

    def on_text_created(self, text):
        self.heard.append("text created")

    def on_text_delta(self, delta, snapshot):
        self.said += delta.value or ""
        assert snapshot.value == self.said

    def on_text_done(self, text):
        self.heard.append("text done")

    def on_tool_call_created(self, tool_call):
        self.heard.append(f"{tool_call.type} created")

    def on_tool_call_done(self, tool_call):
        # The client says this again whenever a later step is over, whatever server it follows.
        if f"{tool_call.type} done" not in self.heard:
            self.heard.append(f"{tool_call.type} done")

    def on_end(self):
        self.heard.append("end")


handler = Handler()
threads.messages.create(thread.id, role="user", content="How long is parental leave, in weeks?")
with threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id, event_handler=handler) as stream:
    stream.until_done()
assert handler.heard == ["file_search created", "file_search done", "text created", "text done", "end"], handler.heard
assert handler.said == text_of(stream.get_final_messages()[0])
assert stream.get_final_run().status == "completed"

# Run code, where this server can.
if os.environ.get("CODE"):
    threads.messages.create(
        thread.id,
        role="user",
        content='```python\nprint(len(open("/mnt/data/numbers.csv").read().split()))\nopen("/mnt/data/out.txt", "w").write("made")\n```',
    )
    run = threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    assert run.status == "completed", run.last_error
    (call,) = threads.runs.steps.list(run.id, thread_id=thread.id, order="asc").data[0].step_details.tool_calls
    assert call.code_interpreter.outputs[0].logs.split()[0] == "3", call
    made = threads.messages.list(thread.id, run_id=run.id).data[0].content[0].text.annotations[0]
    assert client.files.content(made.file_path.file_id).text == "made"

# Have functions called.
parameters = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
weather = client.beta.assistants.create(
    model="gpt-4-turbo", tools=[{"type": "function", "function": {"name": "get_weather", "parameters": parameters}}]
)
run = threads.create_and_run_poll(
    assistant_id=weather.id,
    thread={"messages": [{"role": "user", "content": "What is the weather in Paris and Rome?"}]},
)
assert run.status == "requires_action" and run.required_action.type == "submit_tool_outputs", run
calls = run.required_action.submit_tool_outputs.tool_calls
assert [call.function.name for call in calls] == ["get_weather", "get_weather"], calls
done = threads.runs.submit_tool_outputs_and_poll(
    run_id=run.id,
    thread_id=run.thread_id,
    tool_outputs=[{"tool_call_id": call.id, "output": f"{20 + index} degrees"} for index, call in enumerate(calls)],
)
assert done.status == "completed"
assert "21 degrees" in text_of(threads.messages.list(run.thread_id).data[0])

# Give up on a run that takes too long.
run = threads.create_and_run(
    assistant_id=weather.id, thread={"messages": [{"role": "user", "content": "What is the weather in Oslo?"}]}
)
deadline = time.monotonic() + 0.5
while time.monotonic() < deadline and run.status != "completed":
    time.sleep(0.1)
    run = threads.runs.retrieve(run.id, thread_id=run.thread_id)
assert run.status == "requires_action", run
late = threads.messages
locked = refused(openai.BadRequestError, lambda: late.create(run.thread_id, role="user", content="Hello?"))
assert locked.body["message"] == f"Can't add messages to {run.thread_id} while a run {run.id} is active.", locked
threads.runs.cancel(run.id, thread_id=run.thread_id)
assert threads.runs.poll(run.id, thread_id=run.thread_id).status == "cancelled"

# Page through what there is.
for number in range(5):
    threads.messages.create(run.thread_id, role="user", content=f"{number}")
ascending = [message.id for message in threads.messages.list(run.thread_id, order="asc", limit=2)]
assert len(ascending) == 6 and len(set(ascending)) == 6
assert ascending[::-1] == [message.id for message in threads.messages.list(run.thread_id, limit=100)]
between = threads.messages.list(run.thread_id, order="asc", after=ascending[1], extra_query={"before": ascending[4]})
assert [message.id for message in between.data] == ascending[2:4]
assert {one.id for one in client.beta.assistants.list(limit=1)} == {assistant.id, weather.id}
assert [one.id for one in threads.runs.list(run.thread_id)] == [run.id]

# Be told what is wrong.
missing = refused(openai.NotFoundError, lambda: client.beta.assistants.retrieve("asst_none"))
assert missing.body["message"] == "No assistant found with id 'asst_none'." and missing.request_id.startswith("req_")
refused(openai.BadRequestError, lambda: client.beta.assistants.create(model="m", temperature=3))
stranger = OpenAI(**{**server, "api_key": "sk-wrong"})
assert refused(openai.AuthenticationError, lambda: stranger.beta.threads.create()).code == "invalid_api_key"


async def at_once():
    async with AsyncOpenAI(**server) as other:
        messages = [{"role": "user", "content": "How long is parental leave?"}]
        ask = other.beta.threads.create_and_run_poll
        runs = await asyncio.gather(
            *(ask(assistant_id=assistant.id, thread={"messages": messages}) for _ in range(5))
        )
        assert [one.status for one in runs] == ["completed"] * 5
        async with other.beta.threads.create_and_run_stream(
            assistant_id=assistant.id, thread={"messages": messages}
        ) as events:
            names = [event.event async for event in events]
        assert names[0] == "thread.created" and names[-1] == "thread.run.completed", names


asyncio.run(at_once())

# Leave nothing behind.
assert threads.messages.delete(ascending[0], thread_id=run.thread_id).deleted
assert threads.delete(run.thread_id).deleted and threads.delete(thread.id).deleted
assert client.vector_stores.delete(store.id).deleted
for file in (policy, table):
    assert client.files.delete(file.id).deleted
for one in (assistant, weather):
    assert client.beta.assistants.delete(one.id).deleted
assert client.beta.assistants.list().data == []
refused(openai.NotFoundError, lambda: threads.retrieve(thread.id))
print("all done")
