import { language } from '../texts/locale.ts';

const ACRONYMS = /\b(kpi|sla)\b/g;

/** Loaded with the first page that names events, and only where it is needed. */
const names: Readonly<Record<string, string>> =
  language === 'de' ? (await import('./event-names.de.ts')).eventNames : {};

/** `scheduling.ProgressRecorded` for people: `Progress recorded`. A type that is newer than the console is told too. */
export function inWords(type: string): string {
  const name = type.split('.').at(-1) ?? type;
  const words = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replaceAll(ACRONYMS, (word) => word.toUpperCase());
  return names[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
