export { UnfiledModule } from './unfiled.module';
