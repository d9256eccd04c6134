import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { isTriedFirst, TRIED_HERE } from '../domain/tried-first';

/** Of 0 to 4: below it, somebody who is let guess on line without a stop is in within days. */
const LEAST_SCORE = 2;

/** So many characters are looked at: the time that it takes grows by the square, and everybody waits meanwhile. */
const LOOKED_AT = 32;

/** Codes of provinces, cities and counties (GB/T 2260), which people here know by heart. */
const DIVISION_CODE = /[1-6]\d{5}/g;

let estimator: ZxcvbnFactory | undefined;

/** Whether it is one of those that everybody tries first here or anywhere (`password1234`, `1qaz2wsx3edc`). */
export function isGuessable(password: string, username: string): boolean {
  const looked = password.slice(0, LOOKED_AT);
  if (isTriedFirst(looked, username)) return true;
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const codes = looked.match(DIVISION_CODE) ?? [];
  const known = [username.slice(0, LOOKED_AT), ...TRIED_HERE, ...codes, codes.join('')];
  return estimator.check(looked, known).score < LEAST_SCORE;
}
