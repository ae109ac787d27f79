import type { SettingKey, SettingsList } from '../app/settings.ts';
import { line, muted, type Report } from './doc.ts';

/** A setting after a change. */
export function settingReport(key: SettingKey, value: string): Report {
  return {
    title: key,
    data: { [key]: value },
    blocks: [line(`${key} is now ${value === '' ? 'the default' : value}`)],
  };
}

/** Every setting, its value, and where they are kept. */
export function settingsReport({ settings, file }: SettingsList): Report {
  return {
    title: 'Settings',
    data: Object.fromEntries(settings.map(({ key, value, initial }) => [key, value ?? initial])),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'key', header: 'Setting' },
          { key: 'value', header: 'Value' },
          { key: 'about', header: 'What it is', flexible: true },
        ],
        rows: settings.map(({ key, value, initial, about }) => [
          { text: key },
          value === null ? { text: initial || 'default', tone: 'muted' } : { text: value, tone: 'strong' },
          { text: about },
        ]),
      },
      line(muted(`Kept in ${file}`)),
    ],
  };
}
