import { modelName, Note, shutdownOf, useWords } from '../../ui';
import type { ChoicesState } from './use-choices';
import { modelOf, useModels } from './use-models';

/** What has to be known of the chosen model before asking: it is gone, is about to be, or cannot call tools. */
export function ModelNotes({ choices: { choices } }: { choices: ChoicesState }) {
  const { ui } = useWords();
  const { data: models } = useModels();
  if (!choices) return null;
  const { model } = choices;
  const known = modelOf(models, model.answerer);
  if (!model.there) return <Note tone="warn">{ui.models.notConnectedAnyMore(model.name)}</Note>;
  const shutdown = known && shutdownOf(known.abilities, ui.models);
  if (shutdown?.soon)
    return <Note tone="warn">{ui.models.chooseBefore(modelName(model, ui.models), shutdown.text)}</Note>;
  if (known?.calling === 'none') return <Note tone="warn">{ui.models.seesNoData(model.name)}</Note>;
  return null;
}
