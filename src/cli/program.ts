import { Command, Help, Option } from '@commander-js/extra-typings';
import type { App } from './app.ts';
import { collect } from './args.ts';
import { addMockCommand } from './commands/add-mock.ts';
import { addSessionCommand } from './commands/add-session.ts';
import { backupCommand } from './commands/backup.ts';
import { certCommand } from './commands/cert.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommand } from './commands/config.ts';
import { deleteCommand } from './commands/delete.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { editCommand } from './commands/edit.ts';
import { examCommand } from './commands/exam.ts';
import { exportCommand } from './commands/export.ts';
import { helpCommand } from './commands/help.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { migrateCommand } from './commands/migrate.ts';
import { mocksCommand } from './commands/mocks.ts';
import { nextCommand } from './commands/next.ts';
import { forecastCommand, planCommand } from './commands/plan.ts';
import { reportCommand } from './commands/report.ts';
import { resourceCommand } from './commands/resource.ts';
import { reviewCommand } from './commands/review.ts';
import { sessionsCommand } from './commands/sessions.ts';
import { showCommand } from './commands/show.ts';
import { continueCommand, startCommand } from './commands/start.ts';
import { statsCommand } from './commands/stats.ts';
import { statusCommand } from './commands/status.ts';
import { cancelCommand, stopCommand } from './commands/stop.ts';
import { syllabusCommand } from './commands/syllabus.ts';
import { redoCommand, undoCommand } from './commands/undo.ts';
import { FORMATS } from './context.ts';
import { examples, type Program } from './help.ts';

type Run = (argv: readonly string[], app: App) => Promise<void>;
type Register = (program: Program, app: App, run: Run) => void;

/** The heading of what is told of in full; of the others the help lists the names, so that it fits a screen. */
const DAILY = 'Every day:';

/** Every command by the heading it stands under in the help. */
const COMMANDS = {
  [DAILY]: {
    'add-session': addSessionCommand,
    'add-mock': addMockCommand,
    start: startCommand,
    stop: stopCommand,
    continue: continueCommand,
    cancel: cancelCommand,
    status: statusCommand,
    next: nextCommand,
    plan: planCommand,
    review: reviewCommand,
    sessions: sessionsCommand,
    mocks: mocksCommand,
  },
  'Look ahead and back:': {
    stats: statsCommand,
    forecast: forecastCommand,
    report: reportCommand,
    resource: resourceCommand,
    exam: examCommand,
  },
  'Put right:': {
    show: showCommand,
    edit: editCommand,
    delete: deleteCommand,
    undo: undoCommand,
    redo: redoCommand,
    history: historyCommand,
  },
  'In and out:': {
    export: exportCommand,
    import: importCommand,
  },
  'Keep safe:': {
    backup: backupCommand,
    doctor: doctorCommand,
  },
  'Set up:': {
    init: initCommand,
    cert: certCommand,
    migrate: migrateCommand,
    syllabus: syllabusCommand,
    config: configCommand,
    completion: completionCommand,
    demo: demoCommand,
    help: helpCommand,
  },
} satisfies Readonly<Record<string, Readonly<Record<string, Register>>>>;

/**
 * The whole command line: what every command shares, then every command. `run` is for the demo, which runs commands itself and fails as they
 * do; `say` takes what --help and --version print. Where the `first` word already names a command, or asks for the version, the others are
 * left out.
 */
export function buildProgram(app: App, run: Run, say: (text: string) => void, first?: string): Program {
  const wanted = first !== undefined && (first === '--version' || isAlone(first)) ? first : undefined;
  const program: Program = new Command('certtrack');
  program
    .description('A study tracker for professional certifications: log study in five seconds, see where you stand.')
    .version(app.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand(false)
    .addHelpText(
      'before',
      examples(
        'certtrack init --cert gcp-pde --exam 2026-11-20 --hours 6/week',
        'certtrack add-session sharing-data 45m -a lab --score 14/20',
        'certtrack status',
      ),
    )
    .addHelpText('after', otherCommands())
    .exitOverride()
    .configureHelp({
      showGlobalOptions: false,
      helpWidth: 80,
      formatHelp(command, helper) {
        if (command !== program) return Help.prototype.formatHelp.call(helper, command, helper);
        const daily = (of: Parameters<Help['visibleCommands']>[0]) =>
          helper.visibleCommands(of).filter((one) => Object.hasOwn(COMMANDS[DAILY], one.name()));
        const brief: Help = Object.assign(Object.create(helper), { visibleCommands: daily });
        return Help.prototype.formatHelp.call(brief, command, brief);
      },
      subcommandTerm: (command) => [command.name(), ...command.aliases()].join(', '),
      visibleOptions: (command) => (command === program ? [] : [...command.options.filter(({ hidden }) => !hidden)]),
    })
    .configureOutput({
      writeOut: say,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => 80,
    });
  for (const option of globalOptions()) program.addOption(option);

  for (const [heading, commands] of Object.entries(COMMANDS)) {
    program.commandsGroup(heading);
    for (const [name, register] of Object.entries(commands))
      if (wanted === undefined || name === wanted) register(program, app, run);
  }
  return program;
}

/** What there is besides the daily commands, a line each heading. */
function otherCommands(): string {
  const others = Object.entries(COMMANDS).filter(([heading]) => heading !== DAILY);
  const width = Math.max(...others.map(([heading]) => heading.length));
  const lines = others.map(
    ([heading, commands]) =>
      `  ${heading.padEnd(width)}  ${Object.keys(commands)
        .filter((name) => name !== 'help')
        .join(', ')}`,
  );
  return ['', 'More:', ...lines, '', 'Of each: certtrack help COMMAND. Options of all: certtrack help options'].join(
    '\n',
  );
}

/** Whether a word names a command that needs no other; help does. */
function isAlone(word: string): boolean {
  return word !== 'help' && Object.values(COMMANDS).some((commands) => Object.hasOwn(commands, word));
}

function globalOptions(): Option[] {
  return [
    new Option('--cert <id>', 'certification: gcp-pde, or gcp-pde@2025; with init it may be repeated').argParser(
      collect,
    ),
    new Option('--db <file>', 'database file'),
    new Option(
      '--format <format>',
      'text, json, csv, md, ndjson, timeclock, ics or html, where it makes sense',
    ).choices(FORMATS),
    new Option('--json', 'the same as --format json; errors are JSON too, and nothing is asked'),
    new Option('--color <when>', 'auto, always or never').choices(['auto', 'always', 'never']),
    new Option('--no-input', 'never ask; a missing decision is an error'),
    new Option('--yes', 'do not ask for confirmation'),
    new Option('--dry-run', 'say what would happen and save nothing'),
    new Option('--quiet', 'say nothing when a change succeeds'),
    new Option('--verbose', 'with an error, show where it came from'),
  ];
}
