import type { FilingType, Kind, Regime, RemovalType } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

/** What the views of the modules tell of a subject, as far as a notice needs it. */
export interface FilingFacts {
  readonly id: string;
  readonly uscc: string;
  readonly applicantId: string;
  readonly kind: Kind;
  readonly type: FilingType;
  /** Whether it is filed or licensed. */
  readonly regime: Regime;
  /** Whether it asks for a licence to go on (延续). */
  readonly renewal: boolean;
  /** Whether it prolongs a suspension (延长暂停). */
  readonly prolongs: boolean;
  readonly name: string;
  /** Of the authority that has it, which may be above the county. */
  readonly district: string;
  readonly township: string | null;
  readonly filingNumber: string | null;
  readonly status: string;
  /** Who of the authority conducts it (承办人). */
  readonly holderId: string | null;
}

/** Which department is asked for its opinion on a filing. */
export interface OpinionFacts {
  readonly department: string;
  /** Where the site stands: its agencies are asked, whoever has the filing. */
  readonly district: string;
  readonly township: string | null;
  readonly dueOn: string;
  readonly askedBy: string;
}

/** A removal of a filing or a licence (注销、撤销). */
export interface RemovalFacts {
  readonly id: string;
  readonly institutionId: string;
  /** Whose account it was in when it was opened; null: nobody's. */
  readonly partyId: string | null;
  readonly type: RemovalType;
  /** Of the authority that conducts it. */
  readonly district: string;
  readonly township: string | null;
  /** Whether a filing or a licence is removed. */
  readonly regime: Regime;
  readonly statementUntil: PlainDate | null;
  readonly decisionNumber: string | null;
  /** Who does not decide it: has worked on it, or accepted what is to be revoked. */
  readonly notDeciders: readonly string[];
}

/** A bad rating that is followed up (差评回访). */
export interface FollowUpFacts {
  readonly id: string;
  readonly applicantId: string;
  readonly filingId: string;
  readonly kind: Kind;
  readonly district: string;
  readonly township: string | null;
  readonly status: string;
  /** Its filing is still to be decided: who may decide it does not read what was said of it. */
  readonly undecided: boolean;
}

export interface DrawFacts {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly districts: readonly [string, ...string[]];
}

/** How many tasks of a draw one inspector has, and one of them. */
export interface AssignmentFacts {
  readonly personId: string;
  readonly drawId: string;
  readonly planTitle: string;
  readonly count: number;
  readonly taskId: string;
}

export interface InstitutionFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly district: string;
  readonly township: string | null;
  /** Who files for it; null after an import. */
  readonly operatorId: string | null;
}

/** A result of an inspection that counts. */
export interface ResultFacts {
  readonly label: string;
  readonly taskId: string;
  /** Whose account the institution was in when the inspection began; null: nobody's. */
  readonly partyId: string | null;
}

export interface CaseFacts {
  readonly id: string;
  readonly caseNumber: string;
  /** Whose account the institution was in when it was opened; null: nobody's. */
  readonly partyId: string | null;
  readonly statementUntil: PlainDate | null;
  readonly decisionNumber: string | null;
  /** Which department conducts it. */
  readonly department: string;
}

/** A case whose party has let the period for a statement (陈述申辩期) pass. */
export interface SilentCase extends CaseFacts {
  readonly institutionId: string;
}
