import type { Schemas } from '@zhaoguan/api-client';
import type { Permission } from '@zhaoguan/contracts';
import { SystemClock } from '@zhaoguan/kernel';
import { Unreachable } from '../api/failure';
import { forgetKeptFiles } from './kept-files';
import { forgetKeptHere } from './kept-here';

export type User = Schemas['CurrentUserDto'];
export type SignedIn = Schemas['SignedInDto'];

/** `expired`: somebody was signed in on this page; what they typed is still there. */
export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'out' }
  | { readonly kind: 'expired'; readonly user: User }
  | { readonly kind: 'in'; readonly user: User };

const clock = new SystemClock();
/** A token that ends within this time is replaced before it is used. */
const MARGIN_MS = 30_000;
const AUTH = '/api/v1/auth';
const UNAUTHORISED = 401;
/** Says that this browser holds a refresh cookie, which no script can see: else every first visit would begin with a refusal. */
const HELD = 'zhaoguan-session';

/**
 * Who is signed in on this page. The access token lives in memory only; the refresh token in a cookie that no script
 * reads. All tabs share that cookie and each refresh token is used once, so they refresh one after the other.
 */
class Session {
  private state: SessionState = { kind: 'starting' };
  private token: string | undefined;
  private endsAt = 0;
  private renewal: Promise<boolean> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly otherTabs = new BroadcastChannel('zhaoguan-session');

  constructor() {
    this.otherTabs.addEventListener('message', () => {
      // Another tab signed in or out; this one follows at once instead of at its next call.
      void this.resume();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): SessionState => this.state;

  /** At the start of the page, and when another tab changed the session: by the cookie, if there is one. */
  async resume(): Promise<void> {
    this.endsAt = 0;
    if (localStorage.getItem(HELD) === null || !(await this.renew())) this.becomeSignedOut();
  }

  /** A token that is good for a moment; undefined when nobody is signed in. */
  async freshToken(): Promise<string | undefined> {
    if (this.token !== undefined && clock.now().getTime() < this.endsAt - MARGIN_MS) return this.token;
    if (this.state.kind === 'out') return undefined;
    return (await this.renew()) ? this.token : undefined;
  }

  /** After an answer that the token is not valid (rights changed, signed out elsewhere). @returns whether there is a new one */
  async replaceToken(refused: string): Promise<boolean> {
    if (this.token !== refused) return this.token !== undefined;
    this.endsAt = 0;
    if (await this.renew()) return true;
    this.becomeSignedOut();
    return false;
  }

  /** After a right password. */
  async begin(signedIn: SignedIn): Promise<void> {
    await this.accept(signedIn);
    this.otherTabs.postMessage('changed');
  }

  /** @throws Unreachable when the server did not take it: then the person is signed in as before, and must know */
  async end(everywhere: boolean): Promise<void> {
    const token = await this.freshToken();
    const headers: HeadersInit = token === undefined ? {} : { authorization: `Bearer ${token}` };
    if (everywhere) await post(`${AUTH}/logout-everywhere`, headers);
    await post(`${AUTH}/logout`);
    this.token = undefined;
    localStorage.removeItem(HELD);
    forgetKeptHere();
    forgetKeptFiles();
    this.change({ kind: 'out' });
    this.otherTabs.postMessage('changed');
  }

  private renew(): Promise<boolean> {
    this.renewal ??= navigator.locks
      .request('zhaoguan-refresh', () => this.refresh())
      .finally(() => {
        this.renewal = undefined;
      });
    return this.renewal;
  }

  private async refresh(): Promise<boolean> {
    const answer = await fetch(`${AUTH}/refresh`, { method: 'POST' });
    if (answer.status === 401) localStorage.removeItem(HELD);
    if (!answer.ok) return false;
    await this.accept((await answer.json()) as SignedIn);
    return true;
  }

  private async accept({ accessToken, expiresIn }: SignedIn): Promise<void> {
    this.token = accessToken;
    localStorage.setItem(HELD, 'held');
    this.endsAt = clock.now().getTime() + expiresIn * 1000;
    const answer = await fetch(`${AUTH}/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    if (!answer.ok) throw new Error(`/auth/me answered ${answer.status}`);
    this.change({ kind: 'in', user: (await answer.json()) as User });
  }

  private becomeSignedOut(): void {
    this.token = undefined;
    if (this.state.kind === 'in' || this.state.kind === 'expired') {
      this.change({ kind: 'expired', user: this.state.user });
    } else {
      this.change({ kind: 'out' });
    }
  }

  private change(state: SessionState): void {
    const unchanged =
      state.kind === 'in' && this.state.kind === 'in' && JSON.stringify(state) === JSON.stringify(this.state);
    if (unchanged) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** @throws Unreachable; a sign-in that has ended already is as good as one that ends now */
async function post(path: string, headers: HeadersInit = {}): Promise<void> {
  const answer = await fetch(path, { method: 'POST', headers }).catch((error: unknown) => {
    throw new Unreachable({ cause: error });
  });
  if (!answer.ok && answer.status !== UNAUTHORISED) throw new Unreachable({ cause: answer.status });
}

export const session = new Session();

/** Whether the person holds one of the permissions; an empty list asks for none. */
export function mayAny(user: User, anyOf: readonly Permission[]): boolean {
  return anyOf.length === 0 || anyOf.some((permission) => user.permissions.includes(permission));
}
