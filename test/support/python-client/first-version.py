"""A script from the winter in which assistants were new: retrieval, file_ids, and a loop of one's own."""

import os
import time

from openai import OpenAI

client = OpenAI(base_url=os.environ["BASE_URL"], api_key=os.environ["API_KEY"], max_retries=0)
threads = client.beta.threads


def wait_on_run(run):
    while run.status in ("queued", "in_progress"):
        run = threads.runs.retrieve(thread_id=run.thread_id, run_id=run.id)
        time.sleep(0.1)
    return run


file = client.files.create(file=("zoo.md", b"There are three llamas in the zoo."), purpose="assistants")
assistant = client.beta.assistants.create(
    name="Guide", model="gpt-4-1106-preview", tools=[{"type": "retrieval"}], file_ids=[file.id]
)
assert assistant.tools[0].type == "retrieval" and assistant.file_ids == [file.id], assistant
files = client.beta.assistants.files
assert [one.id for one in files.list(assistant_id=assistant.id)] == [file.id]
more = client.files.create(file=("shop.md", b"The shop sells 12 kinds of apples."), purpose="assistants")
assert files.create(assistant_id=assistant.id, file_id=more.id).object == "assistant.file"
assert files.retrieve(more.id, assistant_id=assistant.id).assistant_id == assistant.id

thread = threads.create(metadata={"visit": "1"})
message = threads.messages.create(
    thread_id=thread.id, role="user", content="How many llamas are in the zoo?", file_ids=[file.id]
)
assert message.file_ids == [file.id], message
assert [one.id for one in threads.messages.files.list(message_id=message.id, thread_id=thread.id)] == [file.id]
run = wait_on_run(threads.runs.create(thread_id=thread.id, assistant_id=assistant.id))
assert run.status == "completed" and set(run.file_ids) == {file.id, more.id}, run
answer = threads.messages.list(thread_id=thread.id).data[0].content[0].text
assert "three llamas" in answer.value
citation = answer.annotations[0].file_citation
assert citation.file_id == file.id and "three llamas" in citation.quote, citation
steps = threads.runs.steps.list(thread_id=thread.id, run_id=run.id, order="asc").data
assert [step.type for step in steps] == ["tool_calls", "message_creation"]
assert steps[0].step_details.tool_calls[0].type == "retrieval", steps[0]

weather = client.beta.assistants.create(
    model="gpt-3.5-turbo",
    tools=[
        {
            "type": "function",
            "function": {
                "name": "get_weather",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
            },
        }
    ],
)
run = wait_on_run(
    threads.create_and_run(
        assistant_id=weather.id, thread={"messages": [{"role": "user", "content": "What is the weather in Rome?"}]}
    )
)
assert run.status == "requires_action"
(call,) = run.required_action.submit_tool_outputs.tool_calls
run = threads.runs.submit_tool_outputs(
    run.id, thread_id=run.thread_id, tool_outputs=[{"tool_call_id": call.id, "output": "20 degrees"}]
)
assert wait_on_run(run).status == "completed"

assert files.delete(more.id, assistant_id=assistant.id).deleted
assert client.beta.assistants.retrieve(assistant.id).file_ids == [file.id]
for one in (assistant, weather):
    assert client.beta.assistants.delete(one.id).deleted
assert threads.delete(thread.id).deleted
print("all done")
