<body/>
