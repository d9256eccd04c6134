import { Injectable } from '@nestjs/common';
import { CommitmentStore } from './commitment.store';
import { FilingStore } from './filing.store';
import { HistoryStore } from './history.store';
import { MaterialStore } from './material.store';

/** The tables that handing in touches together. */
@Injectable()
export class FilingStores {
  constructor(
    readonly filings: FilingStore,
    readonly materials: MaterialStore,
    readonly history: HistoryStore,
    readonly commitments: CommitmentStore,
  ) {}
}
