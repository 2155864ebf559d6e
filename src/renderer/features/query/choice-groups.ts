import type { Choice, ChoiceGroup } from '#contract';

interface WordedChoice {
  choice: Choice;
  text: string;
  /** Its place among all that are shown. */
  at: number;
}

/** A menu's entries under their headings, as far as they fit what was written: every word of it in the text, or in other words for it. */
export function groupsOf(
  choices: readonly Choice[],
  search: string,
  textOf: (choice: Choice) => string,
): { group: ChoiceGroup; choices: WordedChoice[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = choices
    .map((choice) => ({ choice, text: textOf(choice) }))
    .filter(({ choice, text }) => {
      const said = `${text.toLowerCase()} ${choice.terms}`;
      return words.every((word) => said.includes(word));
    });
  const inGroups = Map.groupBy(fitting, ({ choice }) => choice.group);
  let at = 0;
  return [...inGroups].map(([group, members]) => ({
    group,
    choices: members.map((member) => ({ ...member, at: at++ })),
  }));
}
