/** Stands for a site's theme: the classes of Bootstrap 5 that the template uses, as far as the tests look at them. */
export const theme = `
*, ::before, ::after { box-sizing: border-box }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #212529; background: #fff }
header, footer { padding: 12px 16px; background: #f1f3f5; display: flex; gap: 16px }
.container { max-width: 720px; margin: 0 auto; padding: 0 16px }
.py-4 { padding-block: 24px } .mb-3 { margin-bottom: 16px }
h1 { font-size: 28px; line-height: 1.2; overflow-wrap: anywhere } p { overflow-wrap: anywhere }
a { color: #0b57a4 }
.form-label { display: block; margin-bottom: 8px }
.form-control { width: 100%; padding: 8px 12px; font: inherit; border: 1px solid #6c757d; border-radius: 4px }
.btn { display: inline-block; padding: 8px 16px; font: inherit; border: 1px solid transparent; border-radius: 4px; text-decoration: none; cursor: pointer }
.btn-primary { color: #fff; background: #0b57a4 }
.alert { padding: 16px; border: 1px solid; border-radius: 4px; margin: 16px 0 }
.alert-info { color: #055160; background: #cff4fc } .alert-success { color: #0a3622; background: #d1e7dd } .alert-danger { color: #58151c; background: #f8d7da }
:focus-visible { outline: 3px solid #212529; outline-offset: 2px }
[hidden] { display: none !important }
`;
