import { checkedSetting, listSettings, readSettings, SETTINGS, settingKey, writeSettings } from '../../app/settings.ts';
import { line } from '../../report/doc.ts';
import { settingReport, settingsReport } from '../../report/settings.ts';
import type { App } from '../app.ts';
import { examples, type Program } from '../help.ts';
import { act, answer } from '../perform.ts';

export function configCommand(program: Program, app: App): void {
  const config = program
    .command('config')
    .helpCommand(false)
    .summary('settings of this machine; get, set, unset')
    .description(
      'Lists the settings of this machine and where they are kept. A flag or an environment variable wins over them.',
    )
    .addHelpText(
      'before',
      examples('certtrack config', 'certtrack config set week-start sunday', 'certtrack config unset db'),
    )
    .action((_options, command) => answer(app, command, async ({ folders }) => settingsReport(listSettings(folders))));
  config
    .command('get')
    .summary('one setting, bare')
    .argument('<key>', 'setting')
    .addHelpText('before', examples('certtrack config get day-start'))
    .action((text, _options, command) =>
      answer(app, command, async ({ folders }) => {
        const key = settingKey(text);
        const value = readSettings(folders)[key] ?? SETTINGS[key].initial;
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
      act(app, command, async ({ folders, dryRun }) => {
        const key = settingKey(text);
        const checked = checkedSetting(key, value);
        if (!dryRun) writeSettings(folders, { ...readSettings(folders), [key]: checked });
        return settingReport(key, checked);
      }),
    );
  config
    .command('unset')
    .summary('back to the default')
    .argument('<key>', 'setting')
    .addHelpText('before', examples('certtrack config unset color'))
    .action((text, _options, command) =>
      act(app, command, async ({ folders, dryRun }) => {
        const key = settingKey(text);
        const { [key]: _gone, ...rest } = readSettings(folders);
        if (!dryRun) writeSettings(folders, rest);
        return settingReport(key, SETTINGS[key].initial);
      }),
    );
}
