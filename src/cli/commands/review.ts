import { addCards, type CardChoice, dropCards } from '../../app/review/change-cards.ts';
import { type Reviews, rateTopic, reviewOutcome, reviews, reviewsOf } from '../../app/review/review.ts';
import { GRADES } from '../../domain/review/card.ts';
import { cardsChangedReport, ratedReport, reviewReport } from '../../report/review.ts';
import type { App } from '../app.ts';
import { minutesArg, oneOf } from '../args.ts';
import type { Context } from '../context.ts';
import { examples, type Program } from '../help.ts';
import { act, backUp, perform } from '../perform.ts';
import { show } from '../show.ts';
import { askForRatings } from './ask-for-ratings.ts';

const USUAL_MINUTES = 5;

export function reviewCommand(program: Program, app: App): void {
  const review = program
    .command('review')
    .helpCommand(false)
    .summary('call up from memory what is about to fade; add, drop, rate')
    .description(
      'Shows what is due and, on a terminal, asks how well you could call each one up (one key). An answer is logged as a recall session. Due dates come from FSRS.',
    )
    .argument('[topics...]', 'these topics, due or not')
    .option('--all', 'list every card, ask nothing')
    .addHelpText(
      'before',
      examples('certtrack review', 'certtrack review 3.1', 'certtrack review --all', 'certtrack review add --all'),
    )
    .action((topics, options, command) => perform(app, command, (context) => ask(context, topics, options)));
  for (const [name, about, change] of [
    ['add', 'choose topics, or objectives, to call up from memory', addCards],
    ['drop', 'stop reviewing (taken up again, it goes on where it was)', dropCards],
  ] as const)
    review
      .command(name)
      .summary(about)
      .argument('[words...]', 'topics, sections, or TOPIC/OBJECTIVE')
      .option('--all', name === 'add' ? 'every topic of the guide' : 'every card')
      .option('--objectives', 'the objectives of the topics, a card each')
      .addHelpText('before', examples(`certtrack review ${name} --all`, `certtrack review ${name} storing-data`))
      // review has --all too, and commander hands it to the outer command.
      .action((words, _options, command) =>
        act(app, command, async (context) =>
          cardsChangedReport(name, await change(context, words, command.optsWithGlobals() as CardChoice)),
        ),
      );
  review
    .command('rate')
    .summary('record how well one was called up')
    .argument('<topic>', 'topic, or TOPIC/OBJECTIVE')
    .argument('<grade>', GRADES.join(', '))
    .option('--minutes <time>', `how long it took, ${USUAL_MINUTES} otherwise`, minutesArg)
    .addHelpText(
      'before',
      examples('certtrack review rate sharing-data good', 'certtrack review rate 3.1 again --minutes 10'),
    )
    .action((topic, grade, { minutes = USUAL_MINUTES }, command) =>
      act(app, command, async (context) =>
        ratedReport(await rateTopic(context, topic, oneOf(grade, GRADES, 'grade'), minutes)),
      ),
    );
}

async function ask(context: Context, topics: readonly string[], { all = false }: { all?: boolean }): Promise<void> {
  const found = topics.length > 0 ? await reviewsOf(context, topics) : await reviews(context);
  const due = topics.length > 0 ? found.schedule : dueOf(found);
  if (context.ask === null || all || context.dryRun || due.length === 0)
    return show(context, reviewReport(found, all || topics.length > 0));
  try {
    const rated = await askForRatings(context, found, due);
    await show(context, ratedReport(await reviewOutcome(context, found.track.certId, rated)));
  } finally {
    // Answers given before an interruption are saved too.
    await backUp(context);
  }
}

function dueOf({ schedule, today }: Reviews) {
  return schedule.filter(({ due }) => due <= today);
}
