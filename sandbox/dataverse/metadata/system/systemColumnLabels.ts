import type { Labels } from '../model.js';

/** What the platform calls the columns that it adds itself, in the languages that the base tables have. */
export const systemColumnLabels = {
  VersionNumber: {
    1033: 'Version Number',
    1036: 'Numéro de version',
    1031: 'Versionsnummer',
    3082: 'Número de versión',
  },
  CreatedBy: { 1033: 'Created By', 1036: 'Créé par', 1031: 'Erstellt von', 3082: 'Autor' },
  CreatedOn: { 1033: 'Created On', 1036: 'Créé le', 1031: 'Erstellt am', 3082: 'Fecha de creación' },
  CreatedOnBehalfBy: {
    1033: 'Created By (Delegate)',
    1036: 'Créé par (délégué)',
    1031: 'Erstellt von (Stellvertreter)',
    3082: 'Autor (delegado)',
  },
  ModifiedBy: { 1033: 'Modified By', 1036: 'Modifié par', 1031: 'Geändert von', 3082: 'Modificado por' },
  ModifiedOn: { 1033: 'Modified On', 1036: 'Modifié le', 1031: 'Geändert am', 3082: 'Fecha de modificación' },
  ModifiedOnBehalfBy: {
    1033: 'Modified By (Delegate)',
    1036: 'Modifié par (délégué)',
    1031: 'Geändert von (Stellvertreter)',
    3082: 'Modificado por (delegado)',
  },
  ImportSequenceNumber: {
    1033: 'Import Sequence Number',
    1036: "Numéro de séquence d'importation",
    1031: 'Importsequenznummer',
    3082: 'Número de secuencia de importación',
  },
  OverriddenCreatedOn: {
    1033: 'Record Created On',
    1036: 'Enregistrement créé le',
    1031: 'Datensatz erstellt am',
    3082: 'Registro creado el',
  },
  TimeZoneRuleVersionNumber: {
    1033: 'Time Zone Rule Version Number',
    1036: 'Numéro de version de règle de fuseau horaire',
    1031: 'Versionsnummer der Zeitzonenregel',
    3082: 'Número de versión de regla de zona horaria',
  },
  UTCConversionTimeZoneCode: {
    1033: 'UTC Conversion Time Zone Code',
    1036: 'Code de fuseau horaire de conversion UTC',
    1031: 'Zeitzonencode für UTC-Konvertierung',
    3082: 'Código de zona horaria de conversión UTC',
  },
  OwnerId: { 1033: 'Owner', 1036: 'Propriétaire', 1031: 'Besitzer', 3082: 'Propietario' },
  OwningBusinessUnit: {
    1033: 'Owning Business Unit',
    1036: 'Division propriétaire',
    1031: 'Besitzende Unternehmenseinheit',
    3082: 'Unidad de negocio propietaria',
  },
  OwningTeam: {
    1033: 'Owning Team',
    1036: 'Équipe propriétaire',
    1031: 'Besitzendes Team',
    3082: 'Equipo propietario',
  },
  OwningUser: {
    1033: 'Owning User',
    1036: 'Utilisateur propriétaire',
    1031: 'Besitzender Benutzer',
    3082: 'Usuario propietario',
  },
  OrganizationId: {
    1033: 'Organization Id',
    1036: "ID d'organisation",
    1031: 'Organisations-ID',
    3082: 'Id. de la organización',
  },
  ActivityTypeCode: {
    1033: 'Activity Type',
    1036: "Type d'activité",
    1031: 'Aktivitätstyp',
    3082: 'Tipo de actividad',
  },
} as const satisfies Readonly<Record<string, Labels>>;
