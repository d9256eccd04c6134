import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4: below it, somebody who is let guess on line without a stop is in within days. */
const LEAST_SCORE = 2;

/** So many characters are looked at: the time that it takes grows by the square, and everybody waits meanwhile. */
const LOOKED_AT = 32;

let estimator: ZxcvbnFactory | undefined;

/** Whether it is one of those that everybody tries first, or the user name with some signs about it (`password1234`, `1qaz2wsx3edc`). */
export function isGuessable(password: string, username: string): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimator.check(password.slice(0, LOOKED_AT), [username.slice(0, LOOKED_AT)]).score < LEAST_SCORE;
}
