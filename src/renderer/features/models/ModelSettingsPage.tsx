import { useQuery } from '@tanstack/react-query';
import type { AnswererId, ModelSettings } from '#contract';
import { keys, useClient } from '../../bridge';
import { Button, Failure, modelName, Section, Skeleton, tellFailure } from '../../ui';
import { AliasTable } from './AliasTable';
import { ModelChoice } from './ModelChoice';
import { ModelTable } from './ModelTable';
import { modelOf, useModels } from './use-models';

/** Who answers where nothing else is chosen, and what each model can do and costs. */
export function ModelSettingsPage() {
  const client = useClient();
  const { data: models, error, refetch } = useModels();
  const { data: settings } = useQuery({ queryKey: keys.settings, queryFn: () => client.settings.get({}) });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!models || !settings) return <Skeleton label="Loading models" widths={[60, 80, 50]} />;
  const change = (to: Partial<ModelSettings>) =>
    void client.settings
      .change({ models: { ...settings.models, ...to } })
      .catch((failure: unknown) => tellFailure('Not saved', failure));
  const nameOf = (answerer: AnswererId) => {
    const model = modelOf(models, answerer);
    return model ? modelName(model) : 'A model that is not connected any more';
  };
  const { default: usual, fallback } = settings.models;
  return (
    <>
      <Section title="New threads">
        <p>This model answers in new threads. Each thread can have another, also in the middle.</p>
        <ModelChoice
          label="Model of new threads"
          name={nameOf(usual)}
          value={usual}
          onChoose={(to) => change({ default: to })}
        />
      </Section>
      <Section title="When it cannot">
        <p>
          Where a model cannot be reached, Assay says why and offers the next one. It can also let another answer by
          itself, and says so then.
        </p>
        <ModelChoice
          label="Model that answers instead"
          name={fallback === null ? 'Ask me first' : nameOf(fallback)}
          value={fallback}
          onChoose={(to) => change({ fallback: to })}
        />
        {fallback !== null && (
          <Button look="quiet" size="small" onClick={() => change({ fallback: null })}>
            Ask me first
          </Button>
        )}
      </Section>
      <Section title="Names in scripts">
        <p>
          Scripts may ask for models that are not connected, such as gpt-4o. The model of new threads answers them,
          unless another is named here.
        </p>
        <AliasTable
          aliases={settings.models.aliases}
          usual={usual}
          nameOf={nameOf}
          onChange={(aliases) => change({ aliases })}
        />
      </Section>
      <Section title="Models and prices">
        <p>
          US dollars for a million tokens: from the servers where they say it, else from a table that comes with Assay.
          Change what is wrong; sums under Usage follow.
        </p>
        <ModelTable models={models} />
      </Section>
    </>
  );
}
