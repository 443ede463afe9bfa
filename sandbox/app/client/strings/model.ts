import type { Texts } from './text.js';

/** Words of an open form's own: what stops a save, what happens to unsaved changes, errors of scripts. */
export const model = {
  required: {
    1033: '{0}: Required fields must be filled in.',
    1036: '{0} : les champs obligatoires doivent être renseignés.',
    1031: '{0}: Pflichtfelder müssen ausgefüllt werden.',
    3082: '{0}: los campos obligatorios deben rellenarse.',
  },
  tooLong: {
    1033: '{0}: You have exceeded the maximum number of {1} characters in this field.',
    1036: '{0} : vous avez dépassé le nombre maximal de {1} caractères dans ce champ.',
    1031: '{0}: Sie haben die maximale Anzahl von {1} Zeichen in diesem Feld überschritten.',
    3082: '{0}: ha superado el número máximo de {1} caracteres en este campo.',
  },
  invalidEmail: {
    1033: 'Enter a valid email address.',
    1036: 'Entrez une adresse e-mail valide.',
    1031: 'Geben Sie eine gültige E-Mail-Adresse ein.',
    3082: 'Escriba una dirección de correo electrónico válida.',
  },
  invalidUrl: {
    1033: 'Enter a valid URL.',
    1036: 'Entrez une URL valide.',
    1031: 'Geben Sie eine gültige URL ein.',
    3082: 'Escriba una dirección URL válida.',
  },
  wholeNumber: {
    1033: 'Enter a whole number between {0} and {1}.',
    1036: 'Entrez un nombre entier compris entre {0} et {1}.',
    1031: 'Geben Sie eine ganze Zahl zwischen {0} und {1} ein.',
    3082: 'Escriba un número entero entre {0} y {1}.',
  },
  outOfRange: {
    1033: 'Enter a number between {0} and {1}.',
    1036: 'Entrez un nombre compris entre {0} et {1}.',
    1031: 'Geben Sie eine Zahl zwischen {0} und {1} ein.',
    3082: 'Escriba un número entre {0} y {1}.',
  },
  invalid: {
    1033: 'To save, correct these fields first: {0}',
    1036: 'Pour enregistrer, corrigez d’abord ces champs : {0}',
    1031: 'Korrigieren Sie zum Speichern zuerst diese Felder: {0}',
    3082: 'Para guardar, corrija primero estos campos: {0}',
  },
  prevented: {
    1033: 'A script of this form has prevented the save.',
    1036: 'Un script de ce formulaire a empêché l’enregistrement.',
    1031: 'Ein Skript dieses Formulars hat das Speichern verhindert.',
    3082: 'Un script de este formulario ha impedido guardar.',
  },
  left: {
    1033: 'This form is no longer open.',
    1036: 'Ce formulaire n’est plus ouvert.',
    1031: 'Dieses Formular ist nicht mehr geöffnet.',
    3082: 'Este formulario ya no está abierto.',
  },
  scriptError: {
    1033: 'One of the scripts for this record has caused an error: {0}',
    1036: 'L’un des scripts de cet enregistrement a provoqué une erreur : {0}',
    1031: 'Eines der Skripts für diesen Datensatz hat einen Fehler verursacht: {0}',
    3082: 'Uno de los scripts de este registro ha causado un error: {0}',
  },
  unsavedTitle: {
    1033: 'Unsaved changes',
    1036: 'Modifications non enregistrées',
    1031: 'Nicht gespeicherte Änderungen',
    3082: 'Cambios no guardados',
  },
  unsavedText: {
    1033: 'Do you want to save your changes before leaving this page?',
    1036: 'Voulez-vous enregistrer vos modifications avant de quitter cette page ?',
    1031: 'Möchten Sie Ihre Änderungen speichern, bevor Sie diese Seite verlassen?',
    3082: '¿Desea guardar los cambios antes de abandonar esta página?',
  },
  saveAndContinue: {
    1033: 'Save and continue',
    1036: 'Enregistrer et continuer',
    1031: 'Speichern und fortfahren',
    3082: 'Guardar y continuar',
  },
  discardChanges: {
    1033: 'Discard changes',
    1036: 'Ignorer les modifications',
    1031: 'Änderungen verwerfen',
    3082: 'Descartar cambios',
  },
  note: { 1033: 'Note', 1036: 'Note', 1031: 'Notiz', 3082: 'Nota' },
} as const satisfies Texts;
