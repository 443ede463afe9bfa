/** Texts that people can have as a name somewhere, made to be read as something else: by case, what it is. */
export const strangers: readonly (readonly [string, string])[] = [
  ['a header', 'Ann\r\nBcc: eve@evil.example\r\n\r\n<p>Hello'],
  ['a cookie', 'Ann\nSet-Cookie: visitor=eve'],
  ['a template', '{{link}} {{#each this}}{{@key}}{{/each}}'],
  ['a template that runs', '{{constructor.constructor "return process"}}'],
  ['a template of Dataverse', '{!contact:emailaddress1;} <xsl:value-of select="//*"/>'],
  ['a script', '<script>alert(1)</script>'],
  ['a picture', '"><img src=https://evil.example/x onerror=alert(1)>'],
  ['an attribute', `' onfocus=alert(1) autofocus='`],
  ['an end of the page', '</bdi></title></html><!--'],
  ['XML', ']]><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;'],
  ['a style', '</style><style>*{background:url(https://evil.example)}'],
  ['a link', 'Ann https://evil.example/register?invitation=x'],
  ['a formula', '=HYPERLINK("https://evil.example";"Ann")'],
  ['a filter', `Ann' or emailaddress1 ne '`],
  ['an invisible text', 'A\u200bn\u2060n\ufeff'],
  ['a text that turns around', 'Ann\u202Eelpmaxe.live//:sptth\u2066'],
];

/** What of them must be nowhere: they would do something there. */
export const harm =
  /<script|<img src=https|<style>\*|<!ENTITY|onfocus=alert\(1\) autofocus='>|[\u202a-\u202e\u2066-\u2069\u200b\u2060]/;
