import { modelName, Note, shutdownOf } from '../../ui';
import type { ChoicesState } from './use-choices';
import { modelOf, useModels } from './use-models';

/** What has to be known of the chosen model before asking: it is gone, is about to be, or cannot call tools. */
export function ModelNotes({ choices: { choices } }: { choices: ChoicesState }) {
  const { data: models } = useModels();
  if (!choices) return null;
  const { model } = choices;
  const known = modelOf(models, model.answerer);
  if (!model.there)
    return (
      <Note tone="warn">
        {model.name} is not connected any more, so the default model answers the next question. Choose another one to
        decide yourself.
      </Note>
    );
  const shutdown = known && shutdownOf(known.abilities);
  if (shutdown?.soon)
    return (
      <Note tone="warn">
        {modelName(model)}: {shutdown.text.toLowerCase()}. Choose another model before then.
      </Note>
    );
  if (known?.calling === 'none')
    return (
      <Note tone="warn">
        {model.name} cannot call tools, so it sees no data. Choose the built-in analyst or another model to have figures
        computed.
      </Note>
    );
  return null;
}
