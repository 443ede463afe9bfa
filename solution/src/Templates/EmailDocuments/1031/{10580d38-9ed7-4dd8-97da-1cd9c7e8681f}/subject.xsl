<?xml version="1.0"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text" indent="no" />
  <xsl:template match="/data"><![CDATA[{{#if inviter}}{{inviter.fullname}}{{else}}{{sender.fullname}}{{/if}} lädt Sie zu {{site.host}} ein]]></xsl:template>
</xsl:stylesheet>
