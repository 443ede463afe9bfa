/** What an email template's four documents are called in an unpacked solution, and what is in them. */
export type Documents = ReadonlyMap<string, string>;

/**
 * The style sheets that Dataverse runs, and the same text as its editor shows it. Our tokens are filled in by the service, so
 * both hold text alone: one `xsl:template` for `/data`, output method text.
 */
export function documents(subject: string, body: string): Documents {
  return new Map([
    ['subject.xsl', styleSheet(subject)],
    ['subjectpresentationxml.xml', presentation(subject)],
    ['body.xsl', styleSheet(body)],
    ['presentationxml.xml', presentation(body)],
  ]);
}

const styleSheet = (text: string): string => `<?xml version="1.0"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text" indent="no" />
  <xsl:template match="/data">${characters(text)}</xsl:template>
</xsl:stylesheet>
`;

const presentation = (text: string): string => `<template>
  <text>${characters(text)}</text>
</template>
`;

/** `]]>` would end the section early. */
const characters = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
