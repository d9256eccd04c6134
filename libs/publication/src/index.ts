export { PublicationModule } from './publication.module';
export { PublicationEntryEntity } from './store/publication-entry.entity';
export * from './public';
