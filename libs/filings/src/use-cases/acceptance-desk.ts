import { Injectable } from '@nestjs/common';
import { RegisterInstitution } from '@zhaoguan/institutions';
import { FilingNumberStore } from '../store/filing-number.store';

/** What an acceptance brings into being: a number and an institution. */
@Injectable()
export class AcceptanceDesk {
  constructor(
    readonly numbers: FilingNumberStore,
    readonly register: RegisterInstitution,
  ) {}
}
