"""A script as people wrote them for OpenAI: code on a file, a search, and a function, each streamed and polled.

Which model answers, the server decides: it was started with one. CODE is set where the server can run code.
"""

import os

from openai import AssistantEventHandler, OpenAI

client = OpenAI(
    base_url=os.environ["BASE_URL"],
    api_key=os.environ["API_KEY"],
    max_retries=0,
    _strict_response_validation=True,
)
threads = client.beta.threads


class Handler(AssistantEventHandler):
    def __init__(self):
        super().__init__()
        self.names = []
        self.text = ""
        self.code = ""
        self.logs = ""
        self.pictures = []

    def on_event(self, event):
        self.names.append(event.event)

    def on_text_created(self, text):
        # A run may say something before its code, in a message of its own.
        self.text = ""

    def on_text_delta(self, delta, snapshot):
        self.text += delta.value or ""
        assert snapshot.value == self.text, (snapshot.value, self.text)

    def on_tool_call_delta(self, delta, snapshot):
        if delta.type != "code_interpreter" or not delta.code_interpreter:
            return
        self.code += delta.code_interpreter.input or ""
        for output in delta.code_interpreter.outputs or []:
            if output.type == "logs":
                self.logs += output.logs or ""

    def on_image_file_done(self, image_file):
        self.pictures.append(image_file.file_id)


def stream(thread, assistant):
    handler = Handler()
    with threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id, event_handler=handler) as events:
        events.until_done()
    return handler, events.get_final_run()


def poll(thread, assistant):
    return threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=20)


def completed(run):
    assert run.status == "completed", (run.status, run.last_error)
    assert run.usage.prompt_tokens > 0 and run.usage.total_tokens > run.usage.prompt_tokens, run.usage
    return run


def answer_of(thread):
    return threads.messages.list(thread.id, limit=1).data[0]


def text_of(message):
    return "".join(part.text.value for part in message.content if part.type == "text")


def annotations_of(message):
    return [mark for part in message.content if part.type == "text" for mark in part.text.annotations]


def tool_calls_of(run):
    steps = threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data
    return [call for step in steps if step.type == "tool_calls" for call in step.step_details.tool_calls]


# Code on a file.
def check_code(thread, run):
    (call,) = tool_calls_of(completed(run))
    kinds = [output.type for output in call.code_interpreter.outputs]
    assert kinds == ["logs", "image"] and call.code_interpreter.outputs[0].logs == "50.0\n", call
    answer = answer_of(thread)
    assert [part.type for part in answer.content] == ["image_file", "text"], answer.content
    assert "50.0" in text_of(answer), answer
    picture = client.files.content(answer.content[0].image_file.file_id).read()
    assert picture[1:4] == b"PNG"
    (link,) = annotations_of(answer)
    assert text_of(answer)[link.start_index : link.end_index] == link.text == "sandbox:/mnt/data/total.txt"
    assert client.files.content(link.file_path.file_id).text == "50.0"
    return call


table = client.files.create(file=("sales.csv", b"region,amount\nWest,30\nEast,12\nNorth,8\n"), purpose="assistants")
if os.environ.get("CODE"):
    analyst = client.beta.assistants.create(
        model="gpt-4o",
        instructions="You write Python.",
        tools=[{"type": "code_interpreter"}],
        tool_resources={"code_interpreter": {"file_ids": [table.id]}},
    )
    thread = threads.create(messages=[{"role": "user", "content": "Add up the amounts, and draw them."}])
    handler, run = stream(thread, analyst)
    call = check_code(thread, run)
    assert handler.code == call.code_interpreter.input, (handler.code, call)
    assert handler.logs == "50.0\n" and handler.text == text_of(answer_of(thread))
    assert handler.pictures == [answer_of(thread).content[0].image_file.file_id]
    assert handler.names[0] == "thread.run.created" and handler.names[-1] == "thread.run.completed", handler.names
    attached = threads.create(
        messages=[
            {
                "role": "user",
                "content": "Once more, please.",
                "attachments": [{"file_id": table.id, "tools": [{"type": "code_interpreter"}]}],
            }
        ]
    )
    check_code(attached, poll(attached, analyst))


# A search.
def check_citation(thread, run):
    (call,) = tool_calls_of(completed(run))
    assert call.type == "file_search", call
    answer = answer_of(thread)
    (citation,) = annotations_of(answer)
    assert citation.file_citation.file_id == policy.id, citation
    assert text_of(answer)[citation.start_index : citation.end_index] == citation.text
    assert "14 weeks" in text_of(answer)


policy = client.files.create(
    file=("leave.md", "# Leave\n\nParental leave 🍼 is 14 weeks.\n".encode(), "text/markdown"), purpose="assistants"
)
store = client.vector_stores.create(name="Policies")
client.vector_stores.file_batches.create_and_poll(store.id, file_ids=[policy.id])
clerk = client.beta.assistants.create(
    model="gpt-4-turbo",
    tools=[{"type": "file_search"}],
    tool_resources={"file_search": {"vector_store_ids": [store.id]}},
)
thread = threads.create(messages=[{"role": "user", "content": "How long is parental leave?"}])
handler, run = stream(thread, clerk)
check_citation(thread, run)
assert handler.text == text_of(answer_of(thread))
threads.messages.create(thread.id, role="user", content="How long was it again?")
check_citation(thread, poll(thread, clerk))


# A function, two calls at once.
parameters = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
forecaster = client.beta.assistants.create(
    model="gpt-3.5-turbo", tools=[{"type": "function", "function": {"name": "get_weather", "parameters": parameters}}]
)


def outputs_for(run):
    assert run.status == "requires_action", (run.status, run.last_error)
    calls = run.required_action.submit_tool_outputs.tool_calls
    assert [call.function.arguments for call in calls] == ['{"city":"Paris"}', '{"city":"Rome"}'], calls
    return [{"tool_call_id": call.id, "output": f"{20 + index} degrees"} for index, call in enumerate(calls)]


class Answering(Handler):
    """Hands over what the function gives as soon as it is asked for, within the stream."""

    def on_event(self, event):
        super().on_event(event)
        if event.event != "thread.run.requires_action":
            return
        run = event.data
        rest = Handler()
        with threads.runs.submit_tool_outputs_stream(
            thread_id=run.thread_id, run_id=run.id, tool_outputs=outputs_for(run), event_handler=rest
        ) as events:
            events.until_done()
        self.rest = rest


thread = threads.create(messages=[{"role": "user", "content": "What is the weather in Paris and Rome?"}])
handler = Answering()
with threads.runs.stream(thread_id=thread.id, assistant_id=forecaster.id, event_handler=handler) as events:
    events.until_done()
assert handler.names[-1] == "thread.run.requires_action" and handler.rest.names[-1] == "thread.run.completed"
assert "20 degrees" in handler.rest.text and "21 degrees" in handler.rest.text, handler.rest.text
assert text_of(answer_of(thread)) == handler.rest.text

threads.messages.create(thread.id, role="user", content="And now?")
run = poll(thread, forecaster)
run = threads.runs.submit_tool_outputs_and_poll(
    run_id=run.id, thread_id=thread.id, tool_outputs=outputs_for(run), poll_interval_ms=20
)
completed(run)
assert "21 degrees" in text_of(answer_of(thread))
assert run.model == os.environ["MODEL"], run.model
assert os.environ["MODEL"] in [model.id for model in client.models.list()]
print("all done")
