console.log('{% endraw %}');
