import { Combobox, useCombobox } from '@mantine/core';
import { Check, Plug, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import type { AnswererId, ConnectedModel } from '#contract';
import { Button, modelFacts, modelName, shutdownOf, useThreadActions, useWords } from '../../ui';
import styles from './Models.module.css';
import { modelGroups } from './model-groups';
import { useModels } from './use-models';

interface ModelMenuProps {
  /** What the list is to choose. */
  label: string;
  value: AnswererId | null;
  onChoose(answerer: AnswererId): void;
  /** Opens the list. */
  target(toggle: () => void, open: boolean): ReactElement;
}

/** A list of models to search and choose from: price, context and shutdown stand beside each. */
export function ModelMenu({ label, value, onChoose, target }: ModelMenuProps) {
  const { ui } = useWords();
  const { openConnections } = useThreadActions();
  const { data: models = [] } = useModels();
  const [query, setQuery] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex('active');
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setQuery('');
    },
  });
  const { groups, more } = modelGroups(models, query, ui.models);
  const { selectFirstOption } = combobox;
  const first = groups[0]?.models[0];
  const typedFirst = query === '' ? undefined : first?.answerer;
  useEffect(() => {
    if (typedFirst !== undefined) selectFirstOption();
  }, [typedFirst, selectFirstOption]);
  const choose = (model: ConnectedModel | undefined) => {
    if (!model) return;
    onChoose(model.answerer);
    combobox.closeDropdown();
  };
  const onKey = (event: KeyboardEvent) => {
    // Whoever types quickly means the first that fits.
    if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() !== -1) return;
    event.preventDefault();
    choose(first);
  };
  return (
    <Combobox
      store={combobox}
      width={400}
      hideDetached={false}
      keepMounted={false}
      classNames={{ option: styles.item ?? '' }}
      position="top-start"
      onOptionSubmit={(answerer) => choose(models.find((known) => known.answerer === answerer))}
    >
      {/* The field inside has the active option; a button may not claim it, and says itself whether it is open. */}
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        {target(() => combobox.toggleDropdown(), combobox.dropdownOpened)}
      </Combobox.Target>
      <Combobox.Dropdown className={styles.menu ?? ''}>
        <Combobox.Search
          aria-label={ui.models.searchModels}
          placeholder={ui.models.searchModels}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <Combobox.Options className={styles.options ?? ''} aria-label={label}>
          {groups.map(({ title, models: members }) => (
            <Combobox.Group key={title} label={title}>
              {members.map((model) => (
                <Combobox.Option key={model.answerer} value={model.answerer} active={model.answerer === value}>
                  <ModelOption model={model} isChosen={model.answerer === value} />
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && <Combobox.Empty>{ui.models.noneCalled}</Combobox.Empty>}
        </Combobox.Options>
        {more > 0 && <p className={styles.more}>{ui.models.moreModels(more)}</p>}
        <Combobox.Footer className={styles.footer ?? ''}>
          <Button look="quiet" size="small" icon={<Plug size={13} />} onClick={openConnections}>
            {ui.models.connectModelMore}
          </Button>
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ModelOption({ model, isChosen }: { model: ConnectedModel; isChosen: boolean }) {
  const { ui } = useWords();
  const shutdown = shutdownOf(model.abilities, ui.models);
  return (
    <div className={styles.option}>
      <span className={styles.optionName} title={modelName(model, ui.models)}>
        {modelName(model, ui.models)}
      </span>
      {isChosen && <Check size={14} aria-hidden="true" />}
      <span className={styles.optionFacts}>
        {model.listed ? modelFacts(model, ui.models) : ui.models.noLongerListed}
        {model.calling === 'none' && ` · ${ui.models.callsNoTools}`}
      </span>
      {shutdown && (
        <span className={shutdown.soon ? styles.shutdownSoon : styles.optionFacts}>
          {shutdown.soon && <TriangleAlert size={12} aria-hidden="true" />} {shutdown.text}
        </span>
      )}
    </div>
  );
}
