import {
  addResource,
  exportResources,
  importResources,
  learningTrack,
  type ResourceInput,
} from '../../app/resource/list-resources.ts';
import { RESOURCE_KINDS } from '../../domain/resource.ts';
import { plural } from '../../domain/words.ts';
import { CerttrackError } from '../../errors.ts';
import { addedResourceReport, resourcesImportedReport, resourcesReport } from '../../report/resources.ts';
import type { App } from '../app.ts';
import { collect, minutesArg, resourceKindArg } from '../args.ts';
import { deliver, withOutput } from '../deliver.ts';
import { examples, type Program } from '../help.ts';
import { act, answer, perform } from '../perform.ts';

export function resourceCommand(program: Program, app: App): void {
  const resource = program
    .command('resource')
    .helpCommand(false)
    .summary('your learning track; add, export, import')
    .description(
      'Lists the courses, labs, books and links you study from, and how far along you are. "next" offers the unfinished ones, sessions name them with -r; "edit ID --status done" finishes one.',
    )
    .addHelpText(
      'before',
      examples(
        'certtrack resource',
        'certtrack resource add https://example.com/a --title "A lab" --topic 3.1',
        'certtrack edit "Data course" --status done',
      ),
    )
    .action((_options, command) =>
      answer(app, command, async (context) => resourcesReport(await learningTrack(context))),
    );
  resource
    .command('add')
    .summary('add a resource')
    .argument('<url>', 'its address, or the name of a book')
    .option('--title <text>', 'its name; the address otherwise')
    .option('--kind <kind>', RESOURCE_KINDS.join(', '), resourceKindArg)
    .option(
      '--topic <topic>',
      'what it is for, a topic or section; may be repeated; without one, the whole exam',
      collect,
    )
    .option('--free', 'it costs nothing')
    .option('--paid', 'it costs money')
    .option('--minutes <time>', 'how long it takes', minutesArg)
    .addHelpText(
      'before',
      examples(
        'certtrack resource add https://example.com/lab --title "Storage lab" --kind lab --topic 3.1 --free --minutes 90',
      ),
    )
    .action((url, { free, paid, topic, ...words }, command) =>
      act(app, command, async (context) => {
        if (free && paid) throw new CerttrackError('usage', 'it cannot be both --free and --paid', 'Leave one out');
        const input: ResourceInput = { ...words, url, topics: topic, free: free ? true : paid ? false : undefined };
        return addedResourceReport(await addResource(context, input));
      }),
    );
  const exporting = resource
    .command('export')
    .summary('write the track as YAML, to share it')
    .addHelpText('before', examples('certtrack resource export -o my-track.yaml'));
  withOutput(exporting).action((options, command) =>
    perform(app, command, async (context) => {
      const { text, count } = await exportResources(context);
      await deliver(context, [text], options, () => plural(count, 'resource'));
    }),
  );
  resource
    .command('import')
    .summary('take in a track that somebody shared')
    .argument('<file>', 'YAML file')
    .addHelpText('before', examples('certtrack resource import my-track.yaml'))
    .action((file, _options, command) =>
      act(app, command, async (context) => resourcesImportedReport(await importResources(context, file))),
    );
}
