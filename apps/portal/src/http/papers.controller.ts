import { Get } from '@nestjs/common';
import { SignaturesQuery } from '@zhaoguan/publication';
import { SIGNING_KEYS_PATH } from '../pages/signature-words';
import { SigningKeysPage } from '../pages/signing-keys-page';
import { answer, CurrentVisit, PageController, type Visit } from './page';
import { PageReplier } from './page-replier';

/** Whether a paper (文书) of an authority is genuine, and by what that is known. */
@PageController()
export class PaperPagesController {
  constructor(
    private readonly replier: PageReplier,
    private readonly signatures: SignaturesQuery,
  ) {}

  @Get(SIGNING_KEYS_PATH)
  keys(@CurrentVisit() visit: Visit): Promise<void> {
    return answer(this.replier, visit, async (context) =>
      SigningKeysPage({ context, keys: await this.signatures.keys() }),
    );
  }
}
