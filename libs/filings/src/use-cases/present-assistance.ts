import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { isAssisting, mayEndAssistance, type Filing } from '../domain/filing';

/** Who entered a filing at the window (代办人), for whom, and whether they still may. */
export interface AssistanceView {
  readonly officialName: string;
  readonly applicantName: string;
  readonly endedAt: Date | null;
  /** The official left it to the applicant by themselves; null where nobody knows who ended it. */
  readonly left: boolean | null;
  /** The reader is that official. */
  readonly byViewer: boolean;
  /** The reader fills in for the applicant now. */
  readonly acting: boolean;
  readonly mayEnd: boolean;
}

@Injectable()
export class PresentAssistance {
  constructor(private readonly people: PersonStore) {}

  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<AssistanceView | null> {
    const { enteredBy, applicantId, assistanceEndedAt: endedAt, assistanceEndedBy: by } = filing;
    if (enteredBy === null) return null;
    const names = await this.people.listNames(manager, [enteredBy, applicantId]);
    return {
      officialName: names.get(enteredBy) ?? '',
      applicantName: names.get(applicantId) ?? '',
      endedAt,
      left: by === null ? null : by === enteredBy,
      byViewer: enteredBy === caller.id,
      acting: isAssisting(filing, caller),
      mayEnd: mayEndAssistance(filing, caller),
    };
  }
}
