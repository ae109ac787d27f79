import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseClock } from '../domain/day.ts';
import { didYouMean } from '../domain/did-you-mean.ts';
import { LONGEST_SESSION, parseDuration } from '../domain/duration.ts';
import { parseWeekday, type Weekday } from '../domain/local-date.ts';
import { CerttrackError } from '../errors.ts';
import { atomicFile } from './atomic-file.ts';

/** Where things lie: the log, the settings, and what ships with certtrack. */
export interface Folders {
  readonly data: string;
  readonly config: string;
  readonly package: string;
}

/** Settings of this machine, as text. What belongs to the log (tracks, goals) is in the database instead. */
export const SETTINGS = {
  db: { about: 'database file', initial: '' },
  color: { about: 'auto, always or never', initial: 'auto' },
  'day-start': { about: 'when a study day starts; until then it is still yesterday', initial: '04:00' },
  'week-start': { about: 'first day of the week', initial: 'monday' },
  retention: { about: 'chance of recall, in percent, at which a review comes due', initial: '90' },
  'timer-max': { about: 'a timer that ran longer was probably forgotten', initial: '3h' },
} as const;

export type SettingKey = keyof typeof SETTINGS;
export type SettingsText = Readonly<Partial<Record<SettingKey, string>>>;

/** The settings as use cases need them. */
export interface Settings {
  readonly db: string | undefined;
  readonly color: string;
  readonly dayStart: number;
  readonly weekStart: Weekday;
  /** A share in 0..1. */
  readonly retention: number;
  /** Minutes. */
  readonly timerMax: number;
}

function settingsFile(folders: Folders): string {
  return join(folders.config, 'config.json');
}

/** The file's settings, none when there is no file. @throws bad_data when the file is not what certtrack writes */
export function readSettings(folders: Folders): SettingsText {
  const file = settingsFile(folders);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw new CerttrackError('bad_data', `cannot read ${file}`, 'Check its permissions', error);
  }
  try {
    const value: unknown = JSON.parse(text);
    const entries = Object.entries(value as object);
    return Object.fromEntries(
      entries.map(([key, setting]) => [settingKey(key), checkedSetting(settingKey(key), textOf(setting))]),
    );
  } catch (error) {
    const reason = error instanceof CerttrackError ? error.message : 'it is not JSON';
    throw new CerttrackError(
      'bad_data',
      `${file}: ${reason}`,
      `Mend or delete the file. It may hold ${Object.keys(SETTINGS).join(', ')}, each as text`,
      error,
    );
  }
}

/** The colour chosen for this machine, for what is said whether or not the settings can be read. */
export function chosenColor(folders: Folders): string {
  try {
    return settingsOf(readSettings(folders)).color;
  } catch {
    return SETTINGS.color.initial;
  }
}

/** Writes the settings as a whole. @throws usage when the folder cannot be written */
export function writeSettings(folders: Folders, config: SettingsText): void {
  const file = settingsFile(folders);
  try {
    mkdirSync(folders.config, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CerttrackError('usage', `cannot make the folder ${folders.config}`, 'Check its permissions', error);
  }
  atomicFile(file, [`${JSON.stringify(config, null, 2)}\n`], true);
}

function textOf(setting: unknown): string {
  if (typeof setting === 'string') return setting;
  throw new CerttrackError('usage', `${JSON.stringify(setting)} is not text`);
}

export function settingsOf(text: SettingsText): Settings {
  const setting = (key: SettingKey) => text[key] ?? SETTINGS[key].initial;
  return {
    db: setting('db') || undefined,
    color: setting('color'),
    dayStart: parseClock(setting('day-start')) ?? 0,
    weekStart: parseWeekday(setting('week-start')) ?? 'monday',
    retention: Number(setting('retention')) / 100,
    timerMax: parseDuration(setting('timer-max')) ?? 0,
  };
}

/** @throws usage for a key there is not */
export function settingKey(text: string): SettingKey {
  if (Object.hasOwn(SETTINGS, text)) return text as SettingKey;
  const keys = Object.keys(SETTINGS);
  const [guess] = didYouMean(text, keys);
  throw new CerttrackError(
    'usage',
    `no setting "${text}"${guess ? `; did you mean ${guess}?` : ''}`,
    `Settings: ${keys.join(', ')}`,
  );
}

/** The text a setting is kept as. @throws usage when the value makes no sense for the key */
export function checkedSetting(key: SettingKey, value: string): string {
  const refuse = (form: string): never => {
    throw new CerttrackError('usage', `${key} cannot be "${value}"`, `Write ${form}`);
  };
  switch (key) {
    case 'db':
      return value.trim() === '' || value === ':memory:' ? refuse('a file name') : resolve(value);
    case 'color':
      return ['auto', 'always', 'never'].includes(value) ? value : refuse(SETTINGS.color.about);
    case 'day-start': {
      const minutes = parseClock(value);
      return minutes !== undefined && minutes < 12 * 60 ? value : refuse('a time before noon, such as 04:00');
    }
    case 'week-start':
      return parseWeekday(value) ?? refuse('a weekday, such as monday');
    case 'retention': {
      const percent = Number(value.replace(/\s?%$/, ''));
      return percent >= 70 && percent <= 97 ? String(percent) : refuse('a percentage from 70 to 97, such as 90');
    }
    case 'timer-max': {
      const minutes = parseDuration(value) ?? 0;
      return minutes > 0 && minutes <= LONGEST_SESSION ? value : refuse('a duration up to 24h, such as 3h');
    }
  }
}

/** Every setting with what it is, as text; `value` is null where the default holds. */
export interface SettingsList {
  readonly settings: readonly { key: SettingKey; value: string | null; initial: string; about: string }[];
  readonly file: string;
}

export function listSettings(folders: Folders): SettingsList {
  const kept = readSettings(folders);
  const keys = Object.keys(SETTINGS) as SettingKey[];
  return {
    settings: keys.map((key) => ({ key, value: kept[key] ?? null, ...SETTINGS[key] })),
    file: settingsFile(folders),
  };
}
