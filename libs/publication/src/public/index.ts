export { PublicModule } from './public.module';
export { InstitutionsQuery, type InstitutionCriteria, type PublicInstitution } from './institutions.query';
export type { PublicPage } from './keyset-page';
export { readNameFragment, type NameFragment } from './name-fragment';
export { etagOf, isKnown, PUBLIC_CACHE } from './public-cache.interceptor';
export { districtPath, PublicReference } from './public-reference';
export { RegisterFigures, type Figures } from './register-figures.query';
