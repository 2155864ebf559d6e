import { useQuery } from '@tanstack/react-query';
import type { AnswererId, ModelSettings } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, modelName, Section, Skeleton, tellFailure, useWords } from '../../ui';
import { AliasTable } from './AliasTable';
import { ModelChoice } from './ModelChoice';
import { ModelTable } from './ModelTable';
import { modelOf, useModels } from './use-models';

/** Who answers where nothing else is chosen, and what each model can do and costs. */
export function ModelSettingsPage() {
  const { ui } = useWords();
  const client = useClient();
  const { data: models, error, refetch } = useModels();
  const { data: settings } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!models || !settings) return <Skeleton label={ui.models.loading} widths={[60, 80, 50]} />;
  const change = (to: Partial<ModelSettings>) =>
    void client.settings
      .change({ models: { ...settings.models, ...to } })
      .catch((failure: unknown) => tellFailure(ui.common.notSaved, failure));
  const nameOf = (answerer: AnswererId) => {
    const model = modelOf(models, answerer);
    return model ? modelName(model, ui.models) : ui.models.notConnected;
  };
  const { default: usual, fallback } = settings.models;
  return (
    <>
      <Section title={ui.models.newThreads}>
        <p>{ui.models.newThreadsMeaning}</p>
        <ModelChoice
          label={ui.models.modelOfNew}
          name={nameOf(usual)}
          value={usual}
          onChoose={(to) => change({ default: to })}
        />
      </Section>
      <Section title={ui.models.whenItCannot}>
        <p>{ui.models.whenItCannotMeaning}</p>
        <ModelChoice
          label={ui.models.modelInstead}
          name={fallback === null ? ui.models.askMeFirst : nameOf(fallback)}
          value={fallback}
          onChoose={(to) => change({ fallback: to })}
        />
        {fallback !== null && (
          <Button look="quiet" size="small" onClick={() => change({ fallback: null })}>
            {ui.models.askMeFirst}
          </Button>
        )}
      </Section>
      <Section title={ui.models.namesInScripts}>
        <p>{ui.models.namesMeaning}</p>
        <AliasTable
          aliases={settings.models.aliases}
          usual={usual}
          nameOf={nameOf}
          onChange={(aliases) => change({ aliases })}
        />
      </Section>
      <Section title={ui.models.modelsAndPrices}>
        <p>{ui.models.pricesMeaning}</p>
        <ModelTable models={models} />
      </Section>
    </>
  );
}
