/**
 * BCP 47 tag of a Windows language id (LCID), for the languages Dataverse has packs for and the regional ones
 * that contacts prefer most. Source: [MS-LCID] and the list "Language collations" of Power Platform.
 */
const tags: Readonly<Record<number, string>> = {
  1025: 'ar-SA',
  1026: 'bg-BG',
  1027: 'ca-ES',
  1028: 'zh-TW',
  1029: 'cs-CZ',
  1030: 'da-DK',
  1031: 'de-DE',
  1032: 'el-GR',
  1033: 'en-US',
  1034: 'es-ES',
  1035: 'fi-FI',
  1036: 'fr-FR',
  1037: 'he-IL',
  1038: 'hu-HU',
  1040: 'it-IT',
  1041: 'ja-JP',
  1042: 'ko-KR',
  1043: 'nl-NL',
  1044: 'nb-NO',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1048: 'ro-RO',
  1049: 'ru-RU',
  1050: 'hr-HR',
  1051: 'sk-SK',
  1053: 'sv-SE',
  1054: 'th-TH',
  1055: 'tr-TR',
  1057: 'id-ID',
  1058: 'uk-UA',
  1060: 'sl-SI',
  1061: 'et-EE',
  1062: 'lv-LV',
  1063: 'lt-LT',
  1066: 'vi-VN',
  1069: 'eu-ES',
  1081: 'hi-IN',
  1086: 'ms-MY',
  1087: 'kk-KZ',
  1110: 'gl-ES',
  2052: 'zh-CN',
  2055: 'de-CH',
  2057: 'en-GB',
  2058: 'es-MX',
  2060: 'fr-BE',
  2064: 'it-CH',
  2067: 'nl-BE',
  2070: 'pt-PT',
  2074: 'sr-Latn-RS',
  3076: 'zh-HK',
  3079: 'de-AT',
  3081: 'en-AU',
  3082: 'es-ES',
  3084: 'fr-CA',
  3098: 'sr-Cyrl-RS',
  4105: 'en-CA',
  4108: 'fr-CH',
};

/** BCP 47 tag for `Intl`; English for an id that is not in the table. */
export function localeOf(lcid: number): string {
  return tags[lcid] ?? 'en-US';
}

/**
 * True when two LCIDs are forms of one language: 2055 (German of Switzerland) and 1031 (German). By tag where
 * both are known, because the low ten bits, the primary language id, are one and the same for Croatian and
 * Serbian.
 */
export function sameLanguage(a: number, b: number): boolean {
  const [one, other] = [tags[a], tags[b]];
  return one !== undefined && other !== undefined
    ? one.split('-')[0] === other.split('-')[0]
    : (a & 0x3ff) === (b & 0x3ff);
}
