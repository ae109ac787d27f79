import type { Life } from '../domain/certification-life.ts';
import { longDate } from '../domain/local-date.ts';
import { plural } from '../domain/words.ts';
import type { Json, Tone } from './doc.ts';

/** What became of a certification, in one line; null while nothing did. `renewal` is the edition to renew with, where there is one. */
export function lifeText(life: Life, renewal: string | null): { readonly text: string; readonly tone: Tone } | null {
  switch (life.state) {
    case 'preparing':
      return null;
    case 'held':
    case 'expired': {
      const valid =
        life.expiresOn === null
          ? ''
          : life.state === 'held'
            ? ` · valid until ${longDate(life.expiresOn)}`
            : ` · expired ${longDate(life.expiresOn)}`;
      const renew =
        life.renewalFrom === null || life.state === 'expired'
          ? ''
          : ` · renew from ${longDate(life.renewalFrom)}${renewal === null ? '' : ` with ${renewal}`}`;
      return {
        text: `Passed ${longDate(life.passedOn)}${valid}${renew}`,
        tone: life.state === 'held' ? 'good' : 'warn',
      };
    }
    case 'failed': {
      const retake = life.earliestRetake === null ? '' : ` · earliest retake ${longDate(life.earliestRetake)}`;
      const left = life.attemptsLeft === null ? '' : ` · ${plural(life.attemptsLeft, 'attempt')} left`;
      return { text: `Not passed ${longDate(life.failedOn)}${retake}${left}`, tone: 'warn' };
    }
  }
}

/** The same where space is short: how long it is valid, or when it may be tried again. */
export function lifeShort(life: Life): { readonly text: string; readonly tone: Tone } | null {
  switch (life.state) {
    case 'preparing':
      return null;
    case 'held':
      return { text: life.expiresOn === null ? 'passed' : `until ${life.expiresOn}`, tone: 'good' };
    case 'expired':
      return { text: `expired ${life.expiresOn}`, tone: 'warn' };
    case 'failed':
      return { text: life.earliestRetake === null ? 'not passed' : `retake ${life.earliestRetake}`, tone: 'warn' };
  }
}

/** The JSON contract of a certification's life. */
export function lifeData(life: Life): Json {
  switch (life.state) {
    case 'preparing':
      return { state: life.state };
    case 'held':
    case 'expired':
      return {
        state: life.state,
        passed_on: life.passedOn,
        expires_on: life.expiresOn,
        renewal_from: life.renewalFrom,
      };
    case 'failed':
      return {
        state: life.state,
        failed_on: life.failedOn,
        earliest_retake: life.earliestRetake,
        attempts_left: life.attemptsLeft,
      };
  }
}
