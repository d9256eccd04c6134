export * from './domain/institution';
export { InstitutionsModule } from './institutions.module';
export { InstitutionEntity } from './store/institution.entity';
export { InstitutionStore } from './store/institution.store';
export { RegisterInstitution } from './use-cases/register-institution';
export { ClaimImportedSite } from './use-cases/claim-imported-site';
export { SetGrade } from './use-cases/set-grade';
export { ImportInstitutions, type ImportSummary } from './use-cases/import-institutions';
export { DirectoryFileError } from './import/directory-file.errors';
