<?xml version="1.0"?>
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">
  <xsl:output method="text" indent="no" />
  <xsl:template match="/data"><![CDATA[<!DOCTYPE html>
<html lang="es" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Tu invitación a {{site.host}}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a:focus { outline: 3px solid #0f6cbd; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
.page { background-color: #1f1f1f !important; }
.card { background-color: #292929 !important; border-color: #525252 !important; }
.strong { color: #ffffff !important; }
.quiet { color: #d6d6d6 !important; }
.rule { border-color: #525252 !important; }
.link { color: #8cc8ff !important; }
}
@media (max-width: 480px) {
.card { padding: 24px 20px !important; }
}
</style>
</head>
<body class="page" style="margin: 0; padding: 0; background-color: #f5f5f5;">
<div style="display: none; max-height: 0; max-width: 0; overflow: hidden; opacity: 0; mso-hide: all;">Acepta la invitación e inicia sesión{{#if invitation.expirydate}} a más tardar el {{invitation.expirydate}}{{/if}}.</div>
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color: #f5f5f5;">
<tr>
<td align="center" style="padding: 32px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width: 100%; max-width: 600px;">
<tr>
<td class="card" align="left" style="padding: 40px; background-color: #ffffff; border: 1px solid #d1d1d1; border-radius: 8px; font-family: 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 24px; color: #242424;">
<h1 class="strong" style="margin: 0 0 24px; font-size: 26px; line-height: 34px; font-weight: 600; color: #242424;">Tu invitación a {{site.host}}</h1>
<p class="strong" style="margin: 0 0 16px; color: #242424;">Hola{{#if contact.fullname}}, {{contact.fullname}}{{/if}}:</p>
<p class="strong" style="margin: 0 0 16px; color: #242424;"><strong>{{#if inviter}}{{inviter.fullname}}{{else}}{{sender.fullname}}{{/if}}</strong> te invita a usar {{site.host}}.{{#if account}} Tu cuenta se asociará a <strong>{{account.name}}</strong>.{{/if}}</p>
<p class="strong" style="margin: 0 0 24px; color: #242424;">Para aceptar, sigue el enlace e inicia sesión. Si aún no tienes una cuenta, podrás crearla allí.</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 24px;">
<tr>
<td align="center" bgcolor="#0f6cbd" style="background-color: #0f6cbd; border-radius: 6px;">
<a href="{{link}}" style="display: inline-block; padding: 14px 28px; border: 1px solid #0f6cbd; border-radius: 6px; font-family: 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 20px; font-weight: 600; color: #ffffff; text-decoration: none;">Aceptar la invitación</a>
</td>
</tr>
</table>
{{#if invitation.expirydate}}<p class="strong" style="margin: 0 0 24px; color: #242424;">Puedes aceptar la invitación <strong>hasta el {{invitation.expirydate}} inclusive</strong>.</p>{{/if}}
<p class="quiet" style="margin: 0 0 4px; font-size: 14px; line-height: 20px; color: #424242;">Si el botón no funciona, copia esta dirección en tu navegador:</p>
<p style="margin: 0 0 24px; font-size: 14px; line-height: 20px; word-break: break-all;"><a class="link" href="{{link}}" style="color: #0f548c; text-decoration: underline;">{{link}}</a></p>
<p class="quiet rule" style="margin: 0; padding: 16px 0 0; border-top: 1px solid #d1d1d1; font-size: 14px; line-height: 20px; color: #424242;"><strong>¿No era para ti?</strong> Entonces puedes ignorar este mensaje. No pasa nada mientras nadie siga el enlace e inicie sesión. No lo reenvíes, por favor: el enlace es personal.</p>
</td>
</tr>
</table>
</td>
</tr>
</table>
</body>
</html>]]></xsl:template>
</xsl:stylesheet>
