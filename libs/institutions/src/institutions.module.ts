import { Module } from '@nestjs/common';
import { InstitutionStore } from './store/institution.store';
import { InstitutionImportStore } from './store/institution-import.store';
import { ImportInstitutions } from './use-cases/import-institutions';
import { RegisterInstitution } from './use-cases/register-institution';
import { SetGrade } from './use-cases/set-grade';

@Module({
  providers: [InstitutionStore, InstitutionImportStore, RegisterInstitution, SetGrade, ImportInstitutions],
  exports: [InstitutionStore, RegisterInstitution, SetGrade, ImportInstitutions],
})
export class InstitutionsModule {}
