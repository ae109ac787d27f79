import {
  checkedSetting,
  readSettings,
  SETTINGS,
  type SettingKey,
  settingKey,
  settingsFile,
  writeSettings,
} from '../../app/settings.ts';
import { line, muted, type Report } from '../../report/doc.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';

export function configCommand(program: Program, app: App): void {
  const config = program
    .command('config')
    .helpCommand(false)
    .summary('settings of this machine: list, get, set, unset')
    .description('Settings of this machine. A flag or an environment variable wins over them.')
    .addHelpText(
      'before',
      examples('certtrack config list', 'certtrack config set week-start sunday', 'certtrack config unset db'),
    );
  config
    .command('list')
    .summary('every setting, its value and where it is kept')
    .addHelpText('before', examples('certtrack config list'))
    .action((_options, command) => answer(app, command, async () => listed(app)));
  config
    .command('get')
    .summary('one setting, bare')
    .argument('<key>', 'setting')
    .addHelpText('before', examples('certtrack config get day-start'))
    .action((text, _options, command) =>
      answer(app, command, async () => {
        const key = settingKey(text);
        const value = readSettings(app.folders)[key] ?? SETTINGS[key].initial;
        return { title: key, data: { [key]: value }, blocks: [line(value)] };
      }),
    );
  config
    .command('set')
    .summary('change a setting')
    .argument('<key>', 'setting')
    .argument('<value>', 'its new value')
    .addHelpText('before', examples('certtrack config set day-start 05:00', 'certtrack config set color never'))
    .action((text, value, _options, command) =>
      act(app, command, async ({ options }) => {
        const key = settingKey(text);
        const checked = checkedSetting(key, value);
        if (!options.dryRun) writeSettings(app.folders, { ...readSettings(app.folders), [key]: checked });
        return changed(key, checked);
      }),
    );
  config
    .command('unset')
    .summary('back to the default')
    .argument('<key>', 'setting')
    .addHelpText('before', examples('certtrack config unset color'))
    .action((text, _options, command) =>
      act(app, command, async ({ options }) => {
        const key = settingKey(text);
        const { [key]: _gone, ...rest } = readSettings(app.folders);
        if (!options.dryRun) writeSettings(app.folders, rest);
        return changed(key, SETTINGS[key].initial);
      }),
    );
}

function changed(key: SettingKey, value: string): Report {
  return {
    title: key,
    data: { [key]: value },
    blocks: [line(`${key} is now ${value === '' ? 'the default' : value}`)],
  };
}

function listed(app: App): Report {
  const kept = readSettings(app.folders);
  const keys = Object.keys(SETTINGS) as SettingKey[];
  return {
    title: 'Settings',
    data: Object.fromEntries(keys.map((key) => [key, kept[key] ?? SETTINGS[key].initial])),
    blocks: [
      {
        kind: 'table',
        columns: [
          { key: 'key', header: 'Setting' },
          { key: 'value', header: 'Value' },
          { key: 'about', header: 'What it is', flexible: true },
        ],
        rows: keys.map((key) => {
          const value = kept[key];
          return [
            { text: key },
            value === undefined
              ? { text: SETTINGS[key].initial || 'default', tone: 'muted' }
              : { text: value, tone: 'strong' },
            { text: SETTINGS[key].about },
          ];
        }),
      },
      line(muted(`Kept in ${settingsFile(app.folders)}`)),
    ],
  };
}
