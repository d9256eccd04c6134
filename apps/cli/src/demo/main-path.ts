import { KIND_LABELS, KINDS } from '@zhaoguan/contracts';
import type { DemoAccount } from './accounts';
import { fileInstitution } from './filing-chapter';
import { inspect } from './inspection-chapter';
import { penalize } from './penalty-chapter';
import { Stage, type Tell } from './story';

/** The whole main path over HTTP, for both kinds, as each role. @throws at the first answer that is not as it should be */
export async function walkMainPath(
  base: string,
  accounts: readonly DemoAccount[],
  tell: Tell,
): Promise<void> {
  const stage = new Stage(base, accounts, tell);
  for (const kind of KINDS) {
    tell('', `—— ${KIND_LABELS[kind]} ——`, '');
    const filed = await fileInstitution(stage, kind);
    const failed = await inspect(stage, kind, filed.institutionId);
    await penalize(stage, kind, failed);
  }
}
