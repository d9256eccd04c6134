import { Module, type DynamicModule } from '@nestjs/common';
import { PublicPlatformModule, type AppConfig } from '@zhaoguan/platform';
import { PublicModule } from '@zhaoguan/publication';
import type { Logger } from 'pino';
import { HealthController } from './http/health.controller';
import { PortalModule } from './portal.module';

/** The public site as a process of its own, on a read replica if one likes. */
@Module({})
export class PortalProcessModule {
  static forRoot(options: { config: AppConfig; logger: Logger }): DynamicModule {
    return {
      module: PortalProcessModule,
      imports: [PublicPlatformModule.forRoot(options), PublicModule, PortalModule],
      controllers: [HealthController],
    };
  }
}
