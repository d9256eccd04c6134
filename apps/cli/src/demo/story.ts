import type { Role } from '@zhaoguan/contracts';
import type { DemoAccount } from './accounts';
import { HttpClient } from './http-client';

/** One line of the walk: who did what, and what came of it. */
export type Tell = (who: string, what: string, result: string) => void;

/** The running system, its people, and the teller; every chapter of the main path gets one. */
export class Stage {
  private readonly clients = new Map<string, Promise<HttpClient>>();
  readonly public: HttpClient;

  constructor(
    base: string,
    private readonly accounts: readonly DemoAccount[],
    readonly tell: Tell,
  ) {
    this.public = new HttpClient(base);
  }

  account(role: Role, department?: string): DemoAccount {
    const found = this.accounts.find(
      (account) =>
        account.role === role && (department === undefined || account.departments.includes(department)),
    );
    if (!found) throw new Error(`演示账号中没有 ${role}${department ? `（${department}）` : ''}`);
    return found;
  }

  accountsOf(role: Role, department: string): readonly DemoAccount[] {
    return this.accounts.filter(
      (account) => account.role === role && account.departments.includes(department),
    );
  }

  /** Signed in once, used for the whole walk. */
  as(account: DemoAccount): Promise<HttpClient> {
    const known = this.clients.get(account.username);
    if (known) return known;
    const client = this.public.signIn(account.username, account.password);
    this.clients.set(account.username, client);
    return client;
  }
}
