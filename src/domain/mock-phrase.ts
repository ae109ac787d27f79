import { type Mock, type MockScore, shareOf, UNKNOWN_PROVIDER } from './mock.ts';
import { percent } from './words.ts';

/** `41 of 50 right, 82 %`; where only a percentage is known, that. */
export function scoreText(score: MockScore): string {
  const share = percent(shareOf(score));
  return Number.isInteger(score.correct) ? `${score.correct} of ${score.questions} right, ${share}` : share;
}

/** `Practice set 2: 41 of 50 right, 82 %`: a mock in one phrase. */
export function mockPhrase(mock: Mock): string {
  const provider = mock.provider === UNKNOWN_PROVIDER ? 'unknown provider' : mock.provider;
  return `${provider}: ${scoreText(mock)}`;
}
