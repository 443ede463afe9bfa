<subject/>
