import { Injectable } from '@nestjs/common';
import type { Person } from '@zhaoguan/access';
import { LEAD_DEPARTMENT, refuse, type Caller, type JurisdictionRow, type Kind } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import type { Inspector } from '../domain/inspector';
import {
  coversAll,
  leads,
  requireDepartment,
  requireDistricts,
  townshipsOfOthers,
} from '../domain/jurisdiction';

/** A draw, a task or a result, as far as it matters who is in charge of it. */
export interface Matter {
  readonly kind: Kind;
  readonly districts: readonly string[];
}

/**
 * Who is in charge (主管): the department that leads the kind, of the place itself. Row-level security knows the place by
 * its code; that a functional area holds some townships of a county, only the reference data know.
 */
@Injectable()
export class Authority {
  constructor(private readonly reference: ReferenceData) {}

  /** @throws WRONG_DEPARTMENT, WRONG_DISTRICT */
  async requireInCharge(caller: Caller, { kind, districts }: Matter): Promise<void> {
    requireDepartment(caller, LEAD_DEPARTMENT[kind]);
    if (!(await this.covers(caller, districts))) throw refuse('WRONG_DISTRICT');
  }

  async isInCharge(caller: Caller, { kind, districts }: Matter): Promise<boolean> {
    return leads(caller, kind) && (await this.covers(caller, districts));
  }

  /** @throws WRONG_DISTRICT naming each district outside the caller's jurisdiction */
  async requireDistricts(
    caller: Caller,
    districts: readonly string[],
    pointer = '/districts',
  ): Promise<void> {
    requireDistricts(caller, districts, await this.jurisdictions(), pointer);
  }

  async covers(caller: Caller, districts: readonly string[]): Promise<boolean> {
    return coversAll(caller, districts, await this.jurisdictions());
  }

  /** Whether the caller may change an entry of the directory: of its department, and responsible for all of its districts. */
  async keeps(
    caller: Caller,
    { department, districts }: Pick<Inspector, 'department' | 'districts'>,
  ): Promise<boolean> {
    return (
      caller.permissions.has('inspector.manage') &&
      caller.departments.includes(department) &&
      (await this.covers(caller, districts))
    );
  }

  /** Whether an account is of the caller's districts and departments alone: whoever is of others too is theirs as well. */
  async isOurs(
    caller: Caller,
    { districts, departments }: Pick<Person, 'districts' | 'departments'>,
  ): Promise<boolean> {
    return (
      districts.length > 0 &&
      departments.every((department) => caller.departments.includes(department)) &&
      (await this.covers(caller, districts))
    );
  }

  /** Townships inside these districts that are not for the caller to draw from, or to look into. */
  async townshipsOfOthers(
    caller: Caller,
    districts: readonly string[] = caller.districts,
  ): Promise<string[]> {
    const named = districts.filter((district) => district !== '*');
    return townshipsOfOthers(caller, named, await this.jurisdictions());
  }

  private jurisdictions(): Promise<readonly JurisdictionRow[]> {
    return this.reference.list<JurisdictionRow>('jurisdictions');
  }
}
