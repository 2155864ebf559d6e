import type { Language, NumberLocale, Settings } from '#contract';
import { currentLocale, datesLocale, LANGUAGES, localeFrom, NUMBER_LOCALES } from '#words';
import { Field, Section, Select, useWords } from '../../ui';
import styles from './Settings.module.css';
import { useSettings } from './use-settings';

const systemLanguages = (): readonly string[] => navigator.languages;

/** Every language says its own name, so that whoever cannot read the others finds it. */
const nameOf = (language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

const regionOf = (numbers: NumberLocale): string =>
  new Intl.DisplayNames([currentLocale().language], { type: 'region' }).of(numbers.slice(3)) ?? numbers;

const EXAMPLE = { number: 1234.5, day: Date.UTC(2026, 11, 31) };

/** `1.234,5 · 31.12.2026`: no two of the choices look alike. */
function exampleOf(numbers: NumberLocale): string {
  const { language } = currentLocale();
  const day = new Intl.DateTimeFormat(datesLocale({ language, numbers }), { dateStyle: 'medium', timeZone: 'UTC' });
  return `${new Intl.NumberFormat(numbers).format(EXAMPLE.number)} · ${day.format(EXAMPLE.day)}`;
}

/** The language of the window, and how numbers and dates are written in it. */
export function LanguageSection() {
  const { settings, change } = useSettings();
  const { locale: words } = useWords();
  if (!settings) return null;
  const { language = 'system', numbers = 'language' } = settings;
  const ofSystem = localeFrom({ language: 'system' }, systemLanguages());
  const { numbers: ofLanguage } = localeFrom({ language }, systemLanguages());
  return (
    <Section title={words.title()}>
      <div className={styles.language}>
        <Field label={words.language()}>
          {(id) => (
            <Select
              id={id}
              value={language}
              onChange={({ target }) => change({ language: target.value as Settings['language'] })}
            >
              <option value="system">{words.asSystem(nameOf(ofSystem.language))}</option>
              {LANGUAGES.map((option) => (
                <option key={option} value={option} lang={option}>
                  {nameOf(option)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={words.numbers()}>
          {(id) => (
            <Select
              id={id}
              value={numbers}
              onChange={({ target }) => change({ numbers: target.value as Settings['numbers'] })}
            >
              <option value="language">{words.asLanguage(exampleOf(ofLanguage))}</option>
              {NUMBER_LOCALES.map((option) => (
                <option key={option} value={option}>
                  {words.region(regionOf(option), exampleOf(option))}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </Section>
  );
}
