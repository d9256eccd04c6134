import type { Filing } from '../src/domain/filing';

type Told = Pick<Filing, 'type' | 'kind' | 'status' | 'application' | 'submittedAt'>;

/** A filing as it is stored, handed in by its applicant alone and not decided: what a paper is printed from. */
export const storedFiling = (told: Told & Partial<Filing>): Filing => ({
  id: '00000000-0000-7000-8000-000000000001',
  authority: null,
  regime: 'FILING',
  licenceLaw: null,
  base: null,
  prolongs: null,
  formVersion: 1,
  applicantId: '00000000-0000-7000-8000-000000000002',
  enteredBy: null,
  advisedBy: [],
  accountGivenBy: null,
  assistanceEndedAt: null,
  assistanceEndedBy: null,
  round: 1,
  dueOn: null,
  extendedFrom: null,
  admitBy: null,
  admittedOn: null,
  renewal: null,
  licenses: null,
  claims: [],
  correctBy: null,
  filingNumber: null,
  filedOn: null,
  validUntil: null,
  institutionId: null,
  createdAt: new Date('2026-11-20T02:00:00Z'),
  updatedAt: new Date('2026-11-20T02:00:00Z'),
  version: 3,
  ...told,
});
