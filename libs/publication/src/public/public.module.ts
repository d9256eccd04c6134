import { Module } from '@nestjs/common';
import { PublicInstitutionsController } from './institutions.controller';
import { InstitutionsQuery } from './institutions.query';
import { PublicReference } from './public-reference';
import { RegisterFigures } from './register-figures.query';

const QUERIES = [PublicReference, InstitutionsQuery, RegisterFigures];

/** What the public may read: published views only, under a role that can read nothing else. */
@Module({ controllers: [PublicInstitutionsController], providers: QUERIES, exports: QUERIES })
export class PublicModule {}
