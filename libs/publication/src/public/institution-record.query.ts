import { Injectable } from '@nestjs/common';
import { InstitutionsQuery, type GradedInstitution } from './institutions.query';
import { PenaltiesQuery, type PublicPenalty } from './penalties.query';
import { ResultsQuery, type PublicResult } from './results.query';

/** One institution with everything the public may know of it. */
export interface InstitutionRecord extends GradedInstitution {
  /** Published last first, twenty at most. */
  readonly latestResults: readonly PublicResult[];
  readonly penaltiesInForce: readonly PublicPenalty[];
}

const LATEST = 20;
const ALL = 100;

/** The page of one institution, in three reads whatever it holds. */
@Injectable()
export class InstitutionRecordQuery {
  constructor(
    private readonly institutions: InstitutionsQuery,
    private readonly results: ResultsQuery,
    private readonly penalties: PenaltiesQuery,
  ) {}

  /** @throws NOT_FOUND */
  async get(id: string): Promise<InstitutionRecord> {
    const institution = await this.institutions.get(id);
    const [results, penalties] = await Promise.all([
      this.results.list({ institutionId: id, limit: LATEST }),
      this.penalties.list({ institutionId: id, limit: ALL }),
    ]);
    return { ...institution, latestResults: results.items, penaltiesInForce: penalties.items };
  }
}
