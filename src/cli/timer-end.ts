import type { NamedTimer } from '../app/timer/running-timer.ts';
import { parseClock } from '../domain/day.ts';
import { durationText, LONGEST_SESSION } from '../domain/duration.ts';
import { timerMinutes } from '../domain/timer.ts';
import { parseEnd } from '../domain/when.ts';
import { clockText, type Instant } from '../domain/zone.ts';
import { CerttrackError } from '../errors.ts';
import { exampleEnd, timerText } from '../report/timer.ts';
import type { Context } from './context.ts';

const DAY_MS = 86_400_000;

/** What `stop` says about the end. */
export interface EndWords {
  readonly at?: string | undefined;
  readonly keep?: true | undefined;
}

/** When the timer was stopped; asked, or refused without a person, when it was probably forgotten. @throws usage or decision_needed */
export async function endOf(context: Context, named: NamedTimer, options: EndWords): Promise<Instant | 'discard'> {
  const { ask, now } = context;
  if (options.at !== undefined && options.keep)
    throw new CerttrackError('usage', '--at and --keep say two different ends', 'Give one of them');
  const present = Math.floor(now.instant / 60_000) * 60_000;
  if (options.at !== undefined) return checkedEnd(named, parseEnd(options.at, named.timer.startedAt, now), options.at);
  if (options.keep || !named.forgotten) return checkedEnd(named, present, 'now');
  const example = exampleEnd(named);
  if (ask === null)
    throw new CerttrackError(
      'decision_needed',
      `the timer has been running ${timerText(named)}: was all of it study?`,
      [
        `You stopped earlier:  certtrack stop --at ${example}`,
        'All of it was study:  certtrack stop --keep',
        'Throw it away:        certtrack cancel',
      ].join('\n'),
    );
  const answer = await ask.select(`The timer has been running ${timerText(named)}. Was all of it study?`, [
    { name: 'no, I stopped earlier', value: 'at' },
    { name: 'yes, keep all of it', value: 'keep' },
    { name: 'throw it away', value: 'discard' },
  ]);
  if (answer === 'discard') return 'discard';
  if (answer === 'keep') return checkedEnd(named, present, 'now');
  const read = (text: string) => checkedEnd(named, parseEnd(text, named.timer.startedAt, now), text);
  const check = (text: string) =>
    text.trim() === '' ? `write when you stopped, such as ${example}` : problemOf(() => read(text));
  return read(await ask.input(`When did you stop? (such as ${example})`, check));
}

/** @throws usage when the timer cannot have been stopped then */
function checkedEnd(named: NamedTimer, end: Instant, said: string): Instant {
  const { timer, zone, now } = named;
  // A clock time is the next one after the start; where the one before was nearer, that one was meant.
  if (end > now && parseClock(said) !== undefined && timer.startedAt - (end - DAY_MS) < end - now)
    throw new CerttrackError(
      'usage',
      `${said} is before the timer started, at ${clockText(zone.wallAt(timer.startedAt).minutes)}`,
      'Stop now: certtrack stop. Throw it away: certtrack cancel',
    );
  if (end > now) throw new CerttrackError('usage', `${said} lies ahead`, 'Stop now: certtrack stop');
  const minutes = timerMinutes(timer, end);
  if (minutes < 0)
    throw new CerttrackError(
      'usage',
      'the timer starts after that moment',
      'Is the clock right? certtrack cancel throws the timer away',
    );
  if (minutes === 0)
    throw new CerttrackError(
      'usage',
      'the timer has run for less than a minute',
      'Let it run, or throw it away: certtrack cancel',
    );
  if (minutes > LONGEST_SESSION)
    throw new CerttrackError(
      'usage',
      `${durationText(minutes)} is more than a day`,
      `Say when you stopped: certtrack stop --at ${exampleEnd(named)}. Throw it away: certtrack cancel`,
    );
  return end;
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof CerttrackError) return error.message;
    throw error;
  }
}
