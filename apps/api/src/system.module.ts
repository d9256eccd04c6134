import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule, PersonEntity, SessionEntity } from '@zhaoguan/access';
import { AuditModule } from '@zhaoguan/audit';
import { FilingEntity, FilingsModule } from '@zhaoguan/filings';
import { InstitutionEntity, InstitutionsModule } from '@zhaoguan/institutions';
import { PlatformModule, type PlatformOptions } from '@zhaoguan/platform';

/** Rows of every module, for the one DataSource. */
export const ENTITIES = [PersonEntity, SessionEntity, InstitutionEntity, FilingEntity];

export type SystemOptions = Omit<PlatformOptions, 'entities'>;

/** All modules of the system, wired once: api, worker and standalone differ only in what they start. */
@Module({})
export class SystemModule {
  static forRoot(options: SystemOptions): DynamicModule {
    return {
      module: SystemModule,
      imports: [
        PlatformModule.forRoot({ ...options, entities: ENTITIES }),
        AuditModule,
        AccessModule,
        InstitutionsModule,
        FilingsModule,
      ],
    };
  }
}
