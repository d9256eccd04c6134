import { Module, type DynamicModule } from '@nestjs/common';
import { HttpModule } from '@zhaoguan/platform';
import { PortalModule } from '../../portal/src/portal.module';
import { SystemModule, type SystemOptions } from './system.module';

/** The system with its HTTP interface and its public pages. */
@Module({})
export class ApiModule {
  static forRoot(options: SystemOptions): DynamicModule {
    return { module: ApiModule, imports: [SystemModule.forRoot(options), HttpModule, PortalModule] };
  }
}
